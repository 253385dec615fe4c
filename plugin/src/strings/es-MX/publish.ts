import type { publish as english } from "../en-US/publish";
import { publish as spain } from "../es-ES/publish";
import type { Translated } from "../text";

const UPDATED_BY_OTHERS =
  "Otra persona actualizó el horario y no se puede publicar. Vuelva a cargarlo e inténtelo de nuevo.";

export const publish: Translated<typeof english> = {
  ...spain,
  "publish.failed.of": "No se publicó: {names}. {why}",
  "publish.failed.publish-conflict": UPDATED_BY_OTHERS,
  "publish.failed.publish-stale-version": UPDATED_BY_OTHERS,
  "publish.failed.publish-interrupted": "La publicación se interrumpió. Vuelva a intentarlo.",
  "publish.failed.rule-missing": "Mientras tanto se eliminó una regla. Quítela del horario.",
  "publish.failed.token": "Su sesión de Flex finalizó. Vuelva a cargar la página e inicie sesión de nuevo.",
  "publish.failed.unreachable":
    "Las funciones del Gestor de horarios no responden. Verifique la conexión y vuelva a intentarlo.",
  "publish.failed.other": "Algo falló ({code}). Vuelva a intentarlo.",
};
