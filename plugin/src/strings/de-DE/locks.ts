import type { locks as english } from "../en-US/locks";
import type { Translated } from "../text";

export const locks: Translated<typeof english> = {
  "lock.other": "{name} bearbeitet dies seit {time}.",
  "lock.other.help":
    "Sie können es ansehen. Wenn Sie übernehmen, wird {name} benachrichtigt und behält unveröffentlichte Änderungen als Entwurf.",
  "lock.takeOver": "Übernehmen",
  "lock.tab": "Sie bearbeiten dies seit {time} in einem anderen Tab.",
  "lock.tab.help":
    "Beide Tabs haben dieselben Entwürfe. Wenn Sie hier bearbeiten, kann der andere Tab nur noch lesen.",
  "lock.tab.here": "Hier bearbeiten",
  "lock.taken": "{name} hat übernommen ({time}).",
  "lock.taken.draft":
    "Ihre unveröffentlichten Änderungen bleiben als Entwurf erhalten, und Sie können sie weiterhin veröffentlichen.",
  "lock.taken.help": "Sie können es ansehen und zurücknehmen.",
  "lock.taken.back": "Zurücknehmen",
  "lock.failed": "Die Übernahme war gerade nicht möglich. Versuchen Sie es gleich noch einmal.",
  "lock.told": "{name} hat die Bearbeitung von „{item}“ übernommen.",
  "lock.told.draft":
    "{name} hat die Bearbeitung von „{item}“ übernommen. Ihre unveröffentlichten Änderungen bleiben als Entwurf erhalten.",
  "lock.mark": "{name}, seit {time}",
  "lock.mark.tab": "Sie, in einem anderen Tab",
  "lock.mark.label": "{name} bearbeitet dies seit {time}",
};
