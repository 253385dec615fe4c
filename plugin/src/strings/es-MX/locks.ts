import type { locks as english } from "../en-US/locks";
import { locks as spain } from "../es-ES/locks";
import type { Translated } from "../text";

export const locks: Translated<typeof english> = {
  ...spain,
  "lock.taken": "{name} tomó el control ({time}).",
  "lock.failed": "No se pudo tomar el control ahora. Vuelva a intentarlo en un momento.",
  "lock.told": "{name} pasó a editar “{item}”.",
  "lock.told.draft": "{name} pasó a editar “{item}”. Sus cambios sin publicar se conservan como borrador.",
};
