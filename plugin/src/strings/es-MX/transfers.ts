export { transfers } from "../es-ES/transfers";
