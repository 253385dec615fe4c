export const agents = {
  "app.title": "Schedule Manager",
  "app.retry": "Try again",
  "app.close": "Close",
  "app.cancel": "Cancel",
  "app.loading": "Loading…",
  "app.notLoaded": "The Schedule Manager couldn't be loaded",
  "app.notLoaded.hint":
    "Check your connection, then try again. If this goes on, ask whoever set up the Schedule Manager.",

  "badge.asOf": "as of {time}",
  "badge.unknown": "Opening hours unknown",
  "transfer.heading": "{queue} is closed",
  "transfer.ask": "This queue is outside its opening hours. Do you want to transfer anyway?",
  "transfer.refused": "Transfers to closed queues are turned off.",
  "transfer.instead": { one: "This queue is open now:", other: "These queues are open now:" },
  "transfer.to": "Transfer to {queue}",
  "transfer.anyway": "Transfer anyway",
} as const;
