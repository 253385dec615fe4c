export const transfers = {
  "badge.asOf": "as of {time}",
  "transfer.heading": "{queue} is closed",
  "transfer.ask":
    "The call would go to a queue outside its opening hours. Do you want to transfer it all the same?",
  "transfer.refused": "Transfers to closed queues are switched off.",
  "transfer.instead": { one: "This queue is open now:", other: "These queues are open now:" },
  "transfer.to": "Transfer to {queue}",
  "transfer.anyway": "Transfer anyway",
} as const;
