import type { publish as english } from "../en-US/publish";
import type { Translated } from "../text";

export const publish: Translated<typeof english> = {
  "publish.failed.of": "No se ha publicado: {names}. {why}",
  "publish.failed.publish-in-progress":
    "Hay otra publicación de horarios en curso. Vuelva a intentarlo en un momento.",
  "publish.failed.publish-conflict":
    "Otra persona ha actualizado el horario y no se puede publicar. Vuelva a cargarlo e inténtelo de nuevo.",
  "publish.failed.publish-stale-version":
    "Otra persona ha actualizado el horario y no se puede publicar. Vuelva a cargarlo e inténtelo de nuevo.",
  "publish.failed.publish-interrupted": "La publicación se ha interrumpido. Vuelva a intentarlo.",
  "publish.failed.name-taken": "Otro horario tiene este nombre. Elija otro.",
  "publish.failed.alias-taken": "Otro horario ya usa uno de los nombres anteriores. Quítelo.",
  "publish.failed.queue-taken": "Una cola ya pertenece a otro horario. Quítela de uno de los dos.",
  "publish.failed.rule-in-use": "Un horario todavía usa una de las reglas. Quítela allí primero.",
  "publish.failed.rule-missing": "Entretanto se ha eliminado una regla. Quítela del horario.",
  "publish.failed.item-too-large": "Es demasiado grande para Twilio Sync (16 KB). Divídalo.",
  "publish.failed.item-invalid": "Contiene algo que no es válido. Corríjalo y vuelva a publicar.",
  "publish.failed.request-too-large":
    "Es demasiado para una sola publicación. Publique menos cambios a la vez.",
  "publish.failed.sync-busy": "Twilio Sync está ocupado. Vuelva a intentarlo en un momento.",
  "publish.failed.sync-unreachable": "Twilio Sync no responde. Vuelva a intentarlo en un momento.",
  "publish.failed.not-allowed": "Su rol de Flex no permite cambiar horarios. Consulte a un administrador.",
  "publish.failed.token":
    "Su sesión de Flex ha finalizado. Vuelva a cargar la página e inicie sesión de nuevo.",
  "publish.failed.not-set-up":
    "Twilio Sync no está configurado para el Gestor de horarios. Ejecute la configuración.",
  "publish.failed.unreachable":
    "Las funciones del Gestor de horarios no responden. Compruebe la conexión y vuelva a intentarlo.",
  "publish.failed.other": "Algo ha fallado ({code}). Vuelva a intentarlo.",
};
