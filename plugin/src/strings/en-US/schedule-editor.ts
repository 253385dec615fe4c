export const scheduleEditor = {
  "schedule.name": "Name",
  "schedule.name.help":
    "Flows ask for this name. If you rename the schedule, keep the old name below as a former name.",
  "schedule.zone": "Time zone",
  "schedule.zone.now": "It is {time} there now.",
  "schedule.zone.placeholder": "City, region or abbreviation",
  "schedule.zone.missing": "Choose a time zone.",

  "schedule.close": "Manual close",
  "schedule.close.label": "Closed manually",
  "schedule.close.help": "Wins over every rule until you reopen the schedule.",
  "schedule.close.until": "Reopen automatically",
  "schedule.close.date": "Date",
  "schedule.close.time": "Time",
  "schedule.close.ends": "Ends {when}. From then on, the rules decide again.",
  "schedule.close.ended": "The manual close ended {when}.",
  "schedule.close.half": "Choose a date and a time.",

  "schedule.rules": "Rules",
  "schedule.rules.about":
    "Exceptions come first, then closed rules, then open rules. If no rule applies, the schedule is closed. Where several apply, the topmost is reported.",
  "schedule.rules.none": "No rules yet: the schedule is always closed.",
  "schedule.rules.add": "Add a rule",
  "schedule.rules.add.placeholder": "Search the rules",
  "schedule.rules.create": "Create a rule",
  "schedule.rules.list": "Rules in order",
  "schedule.rule.missing": "Deleted rule",
  "schedule.rule.edit": "Edit {name}",
  "schedule.rule.up": "Move {name} up",
  "schedule.rule.down": "Move {name} down",
  "schedule.rule.remove": "Remove {name} from this schedule",
  "schedule.rule.drag": "Move {name}: drag, or press the arrow keys",
  "schedule.rule.moved": "{name} is now number {place} of {count}.",
  "schedule.rule.removed": "{name} was removed.",
  "schedule.rule.unnamed": "Rule without a name",
  "schedule.rule.findings": { one: "{count} more remark", other: "{count} more remarks" },

  "schedule.more": "Names and queues",
  "schedule.aliases": "Former names",
  "schedule.aliases.help": "They keep working, so flows that still use them do not break.",
  "schedule.queues": "Queues",
  "schedule.queues.help":
    "Names or SIDs of the queues this schedule is for. Agents see its status in the transfer dialog. If there are none, it is for the queue named {name}.",
  "schedule.group": "Group",
  "schedule.group.help":
    "Schedules in the same group stand in for each other: when one is closed, agents are shown another that is open.",
  "list.add": "Add",
  "list.remove": "Remove {item}",

  "edit.problem.name-missing": "Give the schedule a name.",
  "edit.problem.character-refused": "Remove the character {character}. People can’t see it in a name.",
  "edit.problem.nothing-visible": "Enter at least one character that people can see.",
  "edit.problem.name-taken":
    "Another schedule has this name, now or as a former name. Choose a different one.",
  "edit.problem.alias-taken": "Another schedule already uses “{item}”. Remove it here or there.",
  "edit.problem.queue-taken":
    "The queue “{item}” already belongs to another schedule. Remove it here or there.",
} as const;
