import type { locks as english } from "../en-US/locks";
import type { Translated } from "../text";

export const locks: Translated<typeof english> = {
  "lock.other": "{name} está editando isto desde {time}.",
  "lock.other.help":
    "Você pode ver. Se assumir, {name} será avisado(a) e manterá as alterações não publicadas como rascunho.",
  "lock.takeOver": "Assumir",
  "lock.tab": "Você está editando isto em outra guia desde {time}.",
  "lock.tab.help":
    "As duas guias têm os mesmos rascunhos. Se você editar aqui, a outra guia ficará somente para leitura.",
  "lock.tab.here": "Editar aqui",
  "lock.taken": "{name} assumiu ({time}).",
  "lock.taken.draft":
    "Suas alterações não publicadas foram mantidas como rascunho, e você ainda pode publicá-las.",
  "lock.taken.help": "Você pode ver e retomar a edição.",
  "lock.taken.back": "Retomar",
  "lock.failed": "Não foi possível assumir agora. Tente novamente em instantes.",
  "lock.told": '{name} assumiu a edição de "{item}".',
  "lock.told.draft":
    '{name} assumiu a edição de "{item}". Suas alterações não publicadas foram mantidas como rascunho.',
  "lock.mark": "{name}, desde {time}",
  "lock.mark.tab": "Você, em outra guia",
  "lock.mark.label": "{name} está editando isto desde {time}",
};
