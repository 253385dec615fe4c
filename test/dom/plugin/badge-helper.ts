import { createQueueSelectors } from "@schedule-manager/plugin/features/badges/queue-status";
import { installBadges, type Templates } from "@schedule-manager/plugin/features/badges/install-badges";
import { KnownQueues } from "@schedule-manager/plugin/features/badges/known-queues";
import { agentTranslateFor } from "@schedule-manager/plugin/i18n/agent-translate";
import { type flexLikeStore, storeSelectors } from "../../unit/plugin/store";

interface Options {
  readonly store: ReturnType<typeof flexLikeStore>;
  /** Flex's texts, whose template of a queue's row the badges extend. */
  readonly strings?: Record<string, unknown>;
  readonly connect?: () => void;
}

/** Installs the badges on Flex's templates, and returns the helper that draws one, with the names of all helpers. */
export function installedBadges({ store, strings = {}, connect = () => undefined }: Options) {
  let helper: Parameters<Templates["registerHelper"]>[1] = () => "";
  const names: string[] = [];
  installBadges({
    templates: {
      registerHelper: (name, given) => {
        names.push(name);
        helper = given;
      },
    },
    strings,
    document,
    store,
    selectors: createQueueSelectors(storeSelectors()),
    queues: new KnownQueues(),
    ...agentTranslateFor("en-US"),
    timeZone: "UTC",
    localNow: Date.now,
    connect,
  });
  return { helper, names };
}
