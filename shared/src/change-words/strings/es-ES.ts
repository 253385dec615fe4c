import type { ChangeStrings } from "./table";

export const strings: ChangeStrings = {
  field: {
    name: "Nombre",
    timeZone: "Zona horaria",
    manualClose: "Cierre manual",
    rules: "Reglas",
    queues: "Colas",
    group: "Grupo",
    aliases: "Nombres anteriores",
    status: "Decisión",
    exception: "Excepción",
    when: "Cuándo",
  },
  value: {
    yes: "sí",
    no: "no",
    off: "desactivado",
    on: "activado",
    onUntil: "activado hasta el {when}",
    ownQueue: "la cola del mismo nombre",
  },
  change: {
    replaced: "{field}: antes {before}, ahora {after}",
    set: "{field}: {after}",
    cleared: "{field}: antes {before}, ahora nada",
    added: "{field}: se añade {list}",
    removed: "{field}: se quita {list}",
    moved: "{field}: {item} pasa del puesto {before} al {after}",
    reordered: "{field}: en otro orden",
    rewritten: "{field}: escrito de otra forma",
  },
  item: {
    scheduleCreated: "Horario nuevo",
    scheduleDeleted: "Horario eliminado",
    ruleCreated: "Regla nueva",
    ruleDeleted: "Regla eliminada",
  },
};
