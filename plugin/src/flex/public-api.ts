import type * as Flex from "@twilio/flex-ui";
import { ACTION, EVENT, GLOBAL, type ScheduleManagerApi } from "../services/schedule-manager-api";

/**
 * Publishes the API to other plugins, which cannot import this one: a global, a Flex action, and events on demand.
 */
export function publishApi(flex: typeof Flex, api: ScheduleManagerApi): void {
  let unsubscribe = false;
  Object.assign(window, {
    [GLOBAL]: {
      loadScheduleData: api.loadScheduleData,
      scheduleStatus: api.scheduleStatus,
      onStatusChange: api.onStatusChange,
      /** Opens Sync and dispatches the events on `window`. */
      startEvents: () => {
        if (unsubscribe) return;
        unsubscribe = true;
        api.onStatusChange((change) => window.dispatchEvent(new CustomEvent(EVENT, { detail: change })));
      },
    },
  });
  flex.Actions.registerAction(ACTION, () => api.loadScheduleData());
}
