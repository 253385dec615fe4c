import type { locks as english } from "../en-US/locks";
import type { Translated } from "../text";

export const locks: Translated<typeof english> = {
  "lock.other": "{name} modifie cet élément depuis {time}.",
  "lock.other.help":
    "Vous pouvez le consulter. Si vous prenez la main, {name} en est averti et garde ses modifications non publiées sous forme de brouillon.",
  "lock.takeOver": "Prendre la main",
  "lock.tab": "Vous modifiez cet élément dans un autre onglet depuis {time}.",
  "lock.tab.help":
    "Les deux onglets partagent les mêmes brouillons. Si vous modifiez ici, l’autre onglet passe en lecture seule.",
  "lock.tab.here": "Modifier ici",
  "lock.taken": "{name} a pris la main ({time}).",
  "lock.taken.draft":
    "Vos modifications non publiées sont gardées sous forme de brouillon, et vous pouvez encore les publier.",
  "lock.taken.help": "Vous pouvez le consulter et reprendre la main.",
  "lock.taken.back": "Reprendre la main",
  "lock.failed": "Impossible de prendre la main pour le moment. Réessayez dans un instant.",
  "lock.told": "{name} a pris la main sur « {item} ».",
  "lock.told.draft":
    "{name} a pris la main sur « {item} ». Vos modifications non publiées sont gardées sous forme de brouillon.",
  "lock.mark": "{name}, depuis {time}",
  "lock.mark.tab": "Vous, dans un autre onglet",
  "lock.mark.label": "{name} modifie cet élément depuis {time}",
};
