import type { preview as english } from "../en-US/preview";
import { preview as spain } from "../es-ES/preview";
import type { Translated } from "../text";

export const preview: Translated<typeof english> = {
  ...spain,
  "preview.ask.skipped":
    "Los relojes se saltan esta hora ese día; un flujo que pregunte por ella con “simulate” obtiene esta respuesta.",
};
