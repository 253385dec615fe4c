import type { drafts as english } from "../en-US/drafts";
import { drafts as spain } from "../es-ES/drafts";
import type { Translated } from "../text";

export const drafts: Translated<typeof english> = {
  ...spain,
  "draft.merged": "Alguien publicó cambios en “{name}”. Se incorporaron a su borrador.",
  "publishing.done": { one: "Se publicó {count} cambio.", other: "Se publicaron {count} cambios." },
  "publishing.safe":
    "Sus cambios siguen aquí como borradores. No se perdió nada y no hace falta volver a cargar la página.",
  "conflict.title": "{who} cambió esto ({when})",
  "conflict.text": "Ambos cambiaron los mismos campos. Elija qué conservar; todo lo demás ya está combinado.",
  "conflict.theirs": "Cambio de la otra persona",
  "conflict.deleted": "{who} eliminó esto mientras usted lo editaba.",
  "conflict.changed": "{who} cambió esto ({when}). Usted iba a eliminarlo.",
};
