// A chunk of its own must not import another: es-MX takes the same texts from `es`.
export { messages } from "./es";
