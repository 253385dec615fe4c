export const publish = {
  "publish.failed.of": "{names} was not published. {why}",
  "publish.failed.publish-in-progress": "Another schedule publish is in progress. Try again in a moment.",
  "publish.failed.publish-conflict":
    "Schedule was updated by someone else and cannot be published. Please reload and try again.",
  "publish.failed.publish-stale-version":
    "Schedule was updated by someone else and cannot be published. Please reload and try again.",
  "publish.failed.publish-interrupted": "The publish was interrupted. Try again.",
  "publish.failed.name-taken": "Another schedule has this name. Choose another name.",
  "publish.failed.alias-taken": "Another schedule already uses one of the former names. Remove it.",
  "publish.failed.queue-taken": "A queue already belongs to another schedule. Remove it from one of them.",
  "publish.failed.rule-in-use": "A rule is still used by a schedule. Remove it there first.",
  "publish.failed.rule-missing": "A rule was deleted in the meantime. Remove it from the schedule.",
  "publish.failed.item-too-large": "This is too large for Twilio Sync (16 KB). Split it up.",
  "publish.failed.item-invalid": "Something in it is not valid. Fix it and publish again.",
  "publish.failed.request-too-large": "This is too much for one publish. Publish fewer changes at once.",
  "publish.failed.sync-busy": "Twilio Sync is busy. Try again in a moment.",
  "publish.failed.sync-unreachable": "Twilio Sync isn't responding. Try again in a moment.",
  "publish.failed.not-allowed": "Your Flex role doesn't allow you to change schedules. Ask an administrator.",
  "publish.failed.token": "Your Flex session has ended. Reload the page and log in again.",
  "publish.failed.not-set-up": "Twilio Sync isn't set up for the Schedule Manager. Run the setup.",
  "publish.failed.unreachable":
    "The Schedule Manager's functions aren't responding. Check the connection and try again.",
  "publish.failed.other": "Something went wrong ({code}). Try again.",
} as const;
