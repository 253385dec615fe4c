import { preview as spain } from "../es-ES/preview";

export const preview = {
  ...spain,
  "preview.ask.skipped":
    "Los relojes se saltan esta hora ese día; un flujo que pregunte por ella con “simulate” obtiene esta respuesta.",
};
