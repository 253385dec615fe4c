export const common = {
  "app.about": "Opening hours for your flows and agents.",
  "app.readOnly": "You can view schedules, but you can't change them.",
  "app.tabs": "Schedules and rules",
  "app.tab.schedules": "Schedules",
  "app.tab.rules": "Rules",

  "sign.error": "(error)",
  "sign.warning": "(warning)",
  "sign.information": "(information)",

  "person.setUp": "Set-up",
  "person.deploy": "Deployment",

  "connection.live": "Live",
  "connection.connecting": "Connecting…",
  "connection.interrupted": "Reconnecting…",
  "connection.failed": "Not connected",
  "connection.asOf": "Showing data from {time}. It updates as soon as the connection is back.",
  "connection.network": "The connection to Twilio was lost. Trying again…",
  "connection.unreachable": "The Schedule Manager's functions aren't responding. Trying again…",
  "connection.denied": "Twilio Sync refused the access token. Trying again with a new one…",
  "connection.notSetUp": "Twilio Sync isn't set up for the Schedule Manager. Run the setup, then try again.",
  "connection.busy": "Twilio Sync is busy. Trying again…",
  "connection.notAllowed":
    "Your Flex role doesn't allow you to open the Schedule Manager. Ask an administrator.",
  "connection.tokenInvalid": "Your Flex session has ended. Reload the page and log in again.",
  "connection.unsupported": "This version of the Schedule Manager can no longer connect. Reload the page.",
  "connection.internal": "Something went wrong. Trying again…",
} as const;
