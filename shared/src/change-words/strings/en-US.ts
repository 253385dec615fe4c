import type { ChangeStrings } from "./table";

export const strings: ChangeStrings = {
  field: {
    name: "Name",
    timeZone: "Time zone",
    manualClose: "Manual close",
    rules: "Rules",
    queues: "Queues",
    group: "Group",
    aliases: "Former names",
    status: "Decision",
    exception: "Exception",
    when: "When",
  },
  value: {
    yes: "yes",
    no: "no",
    off: "off",
    on: "on",
    onUntil: "on until {when}",
    ownQueue: "the queue of the same name",
  },
  change: {
    replaced: "{field}: was {before}, now {after}",
    set: "{field}: {after}",
    cleared: "{field}: was {before}, now nothing",
    added: "{field}: {list} added",
    removed: "{field}: {list} removed",
    moved: "{field}: {item} moved from place {before} to {after}",
    reordered: "{field}: put in another order",
    rewritten: "{field}: written differently",
  },
  item: {
    scheduleCreated: "New schedule",
    scheduleDeleted: "Schedule deleted",
    ruleCreated: "New rule",
    ruleDeleted: "Rule deleted",
  },
};
