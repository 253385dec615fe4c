import type { locks as english } from "../en-US/locks";
import type { Translated } from "../text";

export const locks: Translated<typeof english> = {
  "lock.other": "{name} está editando esto (desde: {time}).",
  "lock.other.help":
    "Puede verlo. Si toma el control, se avisa a {name}, que conserva como borrador los cambios sin publicar.",
  "lock.takeOver": "Tomar el control",
  "lock.tab": "Usted está editando esto en otra pestaña (desde: {time}).",
  "lock.tab.help":
    "Las dos pestañas comparten los mismos borradores. Si edita aquí, la otra pestaña pasa a ser de solo lectura.",
  "lock.tab.here": "Editar aquí",
  "lock.taken": "{name} ha tomado el control ({time}).",
  "lock.taken.draft": "Sus cambios sin publicar se conservan como borrador y todavía puede publicarlos.",
  "lock.taken.help": "Puede verlo y recuperar el control.",
  "lock.taken.back": "Recuperar el control",
  "lock.failed": "No se ha podido tomar el control ahora. Vuelva a intentarlo en un momento.",
  "lock.told": "{name} ha pasado a editar «{item}».",
  "lock.told.draft":
    "{name} ha pasado a editar «{item}». Sus cambios sin publicar se conservan como borrador.",
  "lock.mark": "{name}, desde: {time}",
  "lock.mark.tab": "Usted, en otra pestaña",
  "lock.mark.label": "{name} está editando esto (desde: {time})",
};
