import { fieldOf } from "@schedule-manager/shared/collections/record";
import type * as Flex from "@twilio/flex-ui";
import type { Host } from "../services/host";

const NOTIFICATION = {
  error: "FlexScheduleManagerFailed",
  warning: "FlexScheduleManagerWarning",
  success: "FlexScheduleManagerDone",
} as const;
/** ms that a success and a warning stay. An error stays until it is closed. */
const SUCCESS_TIMEOUT = 5000;
const WARNING_TIMEOUT = 10_000;

/** The key of the notification's template, which Flex fills with the notification's values. */
const TEXT = "FlexScheduleManagerNotice";

/** The view's name and route. Twilio's sample uses "schedule-manager"; both can be installed. */
export const VIEW = "flex-schedule-manager";

function regionOf(configuration: unknown): string | null {
  const region = ["sdkOptions", "flex", "environmentConfig", "region"].reduce(fieldOf, configuration);
  return typeof region === "string" && region !== "" ? region : null;
}

function fullNameOf(attributes: unknown): string | null {
  const name = fieldOf(attributes, "full_name");
  return typeof name === "string" && name.trim() !== "" ? name : null;
}

/** Registers the plugin's notifications and adapts Flex to `Host`. */
export function flexHost(flex: typeof Flex, manager: Flex.Manager): Host {
  const { Notifications, NotificationType } = flex;
  Object.assign(manager.strings, { [TEXT]: "{{text}}" });
  Notifications.registerNotification({
    id: NOTIFICATION.error,
    type: NotificationType.error,
    content: TEXT,
    closeButton: true,
    timeout: 0,
  });
  Notifications.registerNotification({
    id: NOTIFICATION.warning,
    type: NotificationType.warning,
    content: TEXT,
    closeButton: true,
    timeout: WARNING_TIMEOUT,
  });
  Notifications.registerNotification({
    id: NOTIFICATION.success,
    type: NotificationType.success,
    content: TEXT,
    closeButton: true,
    timeout: SUCCESS_TIMEOUT,
  });
  return {
    token: () => manager.user.token,
    page: `${window.location.origin}/`,
    identity: manager.user.identity,
    fullName: () => fullNameOf(manager.workerClient?.attributes),
    roles: manager.user.roles,
    accountSid: manager.serviceConfiguration.account_sid,
    locale: manager.localization.localeTag,
    region: regionOf(manager.configuration),
    history: {
      push: ({ path, search }, state) => {
        void flex.Actions.invokeAction("HistoryPush", { pathname: `/${VIEW}${path}`, search, state });
      },
      replace: ({ path, search }, state) => {
        void flex.Actions.invokeAction("HistoryReplace", { pathname: `/${VIEW}${path}`, search, state });
      },
      go: (steps) => {
        void flex.Actions.invokeAction("HistoryGo", steps);
      },
    },
    // As Flex's own transfer dialog reads them.
    queues: async () => {
      const { workspaceClient } = manager;
      if (workspaceClient === undefined) throw new Error("Flex has no connection to TaskRouter.");
      const queues = await workspaceClient.fetchTaskQueues();
      return [...queues.values()].map(({ sid, name }) => ({ sid, name }));
    },
    isShown: () => manager.store.getState().flex.view.activeView === VIEW,
    notify: (kind, text) => {
      // The newest replaces the one before it, so that notifications do not stack.
      Notifications.dismissNotificationById(NOTIFICATION[kind]);
      Notifications.showNotification(NOTIFICATION[kind], { text });
    },
  };
}
