export const locks = {
  "lock.other": "{name} has been editing this since {time}.",
  "lock.other.help":
    "You can look at it. When you take over, {name} is told and keeps what is not published as a draft.",
  "lock.takeOver": "Take over",
  "lock.tab": "You have been editing this in another tab since {time}.",
  "lock.tab.help": "Both tabs have the same drafts. Go on here, and the other tab can only look at it.",
  "lock.tab.here": "Edit here",
  "lock.taken": "{name} took over at {time}.",
  "lock.taken.draft": "What you have not published is kept as your draft, and you can still publish it.",
  "lock.taken.help": "You can look at it, and take it back.",
  "lock.taken.back": "Take back",
  "lock.failed": "This could not be taken over just now. Try again in a moment.",
  "lock.told": "{name} took over editing “{item}”.",
  "lock.told.draft": "{name} took over editing “{item}”. Your unpublished changes are kept as a draft.",
  "lock.mark": "{name}, since {time}",
  "lock.mark.tab": "You, in another tab",
  "lock.mark.label": "{name} has been editing this since {time}",
} as const;
