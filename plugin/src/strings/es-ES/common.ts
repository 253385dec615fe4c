import type { common as english } from "../en-US/common";
import type { Translated } from "../text";

export const common: Translated<typeof english> = {
  "app.about": "Horarios de apertura para sus flujos y agentes.",
  "app.readOnly": "Puede ver los horarios, pero no cambiarlos.",
  "app.tabs": "Horarios y reglas",
  "app.tab.schedules": "Horarios",
  "app.tab.rules": "Reglas",

  "sign.error": "(error)",
  "sign.warning": "(advertencia)",
  "sign.information": "(información)",

  "person.setUp": "Configuración inicial",
  "person.deploy": "Despliegue",

  "connection.live": "En directo",
  "connection.connecting": "Conectando…",
  "connection.interrupted": "Volviendo a conectar…",
  "connection.failed": "Sin conexión",
  "connection.asOf": "Se muestran los datos de {time}. Se actualizarán en cuanto vuelva la conexión.",
  "connection.network": "Se ha perdido la conexión con Twilio. Reintentando…",
  "connection.unreachable": "Las funciones del Gestor de horarios no responden. Reintentando…",
  "connection.denied": "Twilio Sync ha rechazado el token de acceso. Reintentando con uno nuevo…",
  "connection.notSetUp":
    "Twilio Sync no está configurado para el Gestor de horarios. Ejecute la configuración y vuelva a intentarlo.",
  "connection.busy": "Twilio Sync está ocupado. Reintentando…",
  "connection.notAllowed":
    "Su rol de Flex no permite abrir el Gestor de horarios. Consulte a un administrador.",
  "connection.tokenInvalid":
    "Su sesión de Flex ha finalizado. Vuelva a cargar la página e inicie sesión de nuevo.",
  "connection.unsupported":
    "Esta versión del Gestor de horarios ya no puede conectarse. Vuelva a cargar la página.",
  "connection.internal": "Algo ha fallado. Reintentando…",
};
