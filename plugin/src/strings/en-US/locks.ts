export const locks = {
  "lock.other": "{name} has been editing this since {time}.",
  "lock.other.help":
    "You can view it. If you take over, {name} is told, and keeps any unpublished changes as a draft.",
  "lock.takeOver": "Take over",
  "lock.tab": "You have been editing this in another tab since {time}.",
  "lock.tab.help": "Both tabs share the same drafts. If you edit here, the other tab becomes read-only.",
  "lock.tab.here": "Edit here",
  "lock.taken": "{name} took over at {time}.",
  "lock.taken.draft": "Your unpublished changes are kept as a draft, and you can still publish them.",
  "lock.taken.help": "You can view it, and take it back.",
  "lock.taken.back": "Take back",
  "lock.failed": "This couldn't be taken over right now. Try again in a moment.",
  "lock.told": "{name} took over editing “{item}”.",
  "lock.told.draft": "{name} took over editing “{item}”. Your unpublished changes are kept as a draft.",
  "lock.mark": "{name}, since {time}",
  "lock.mark.tab": "You, in another tab",
  "lock.mark.label": "{name} has been editing this since {time}",
} as const;
