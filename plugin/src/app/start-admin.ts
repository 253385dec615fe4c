import { PublishPace } from "@schedule-manager/shared/api/publish-pace";
import type { Store } from "redux";
import { openHistory } from "../history/reader";
import type { Host } from "../services/host";
import type { Settings } from "../settings/settings";
import type { AgentServices, Services } from "../services/services";
import { startEditing } from "./start-editing";
import { findingsFollower } from "../drafts/findings-effect";
import { whenIdle } from "../drafts/work-in-slices";
import { finishInterrupted } from "../publishing/finish-interrupted";
import { keyFor } from "@schedule-manager/shared/sync/layout";
import { provisionalKey } from "../drafts/provisional-keys";
import { publishDrafts, type PublishDraftsDeps } from "../publishing/publish-drafts";
import { publishChanges } from "../publishing/publish-effect";
import { publishParts } from "../publishing/publish-parts";
import { pluginState } from "../catalogue/root";
import type { RootState } from "../store/root";
import { createSelectors } from "../store/selectors";
import { recentNotes } from "../services/recent-notes";
import { remembered } from "../services/remembered";
import { firstWeekdayOf } from "../i18n/week-start";
import type { Translate } from "../i18n/translate";

/** Random characters at the end of a new item's key. */
const KEY_RANDOM = 6;
const KEY_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** ms */
const QUEUES_KEPT = 5 * 60_000;

const newSuffix = (): string =>
  Array.from(
    crypto.getRandomValues(new Uint32Array(KEY_RANDOM)),
    (n) => KEY_LETTERS[n % KEY_LETTERS.length] ?? "",
  ).join("");

/** null: the browser forbids it. */
function ownStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** Creates the services that only the Schedule Manager view needs, on top of the agent services. */
export function startAdmin(
  host: Host,
  settings: Settings,
  store: Store<RootState>,
  agent: AgentServices,
  t: Translate,
): Services {
  const { functions, ...shared } = agent;
  const selectors = createSelectors(agent.selectors);
  const publishing: PublishDraftsDeps = {
    store,
    functions,
    newId: () => crypto.randomUUID(),
    newSuffix,
    localNow: agent.localNow,
    random: () => Math.random(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    trace: agent.debug.trace("publish"),
    pace: new PublishPace(),
  };
  const history = openHistory(() => pluginState(store.getState()).head);
  agent.addTask(history.task);
  finishInterrupted({ store, ask: () => functions.list(), random: () => Math.random() });
  return {
    ...shared,
    t,
    firstWeekday: settings.firstWeekday ?? firstWeekdayOf(shared.locale),
    selectors,
    history: history.reader,
    recentNotes: recentNotes(ownStorage(), `schedule-manager:notes:${host.accountSid}:${host.identity}`),
    queues: remembered(host.queues, QUEUES_KEPT, agent.localNow),
    followFindings: findingsFollower(store, selectors, whenIdle, () => performance.now()),
    publish: (changes) => publishChanges(publishing, changes),
    publishMany: (changes, options) => publishParts(publishing, { changes, ...options }),
    publishDrafts: (drafts, options) => publishDrafts(publishing, drafts, options),
    newKey: () => provisionalKey(crypto.randomUUID()),
    finalKey: (name) => keyFor(name, newSuffix()),
    ...startEditing({ host, store, selectors, t, agent }),
  };
}
