import type { common as english } from "../en-US/common";
import { common as spain } from "../es-ES/common";
import type { Translated } from "../text";

export const common: Translated<typeof english> = {
  ...spain,
  "connection.live": "En vivo",
  "connection.network": "Se perdió la conexión con Twilio. Reintentando…",
  "connection.denied": "Twilio Sync rechazó el token de acceso. Reintentando con uno nuevo…",
  "connection.tokenInvalid":
    "Su sesión de Flex finalizó. Vuelva a cargar la página e inicie sesión de nuevo.",
  "connection.internal": "Algo falló. Reintentando…",
};
