import type { Store } from "redux";
import type { Host } from "./host";
import { httpFunctions } from "./functions/functions";
import { serverDate } from "./functions/server-date";
import { openHistory } from "./history/reader";
import { indexedDbStore } from "./kept/indexed-db";
import { openSync, type OpenSync } from "./open-sync";
import type { Services } from "./services";
import { mayOpen, type Settings } from "./settings";
import { type ClockControl, runClock } from "./state/clock-effect";
import { findingsFollower, whenIdle } from "./state/findings-effect";
import { provisionalKey } from "./state/provisional-keys";
import { publishDrafts, type PublishDraftsDeps } from "./state/publish-drafts";
import { publishChanges } from "./state/publish-effect";
import { pluginState, type RootState } from "./state/root";
import { followServerTime, type ServerTime } from "./state/server-time-effect";
import { sayFor } from "./strings/languages";
import { Attachments } from "./sync/attachments";
import type { Connect } from "./sync/connection";
import { tokenWait } from "./sync/spread";
import { provideApi } from "./utils/schedule-manager";

/** Random characters at the end of a new item's key. */
const KEY_RANDOM = 6;
const KEY_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

const newSuffix = (): string =>
  Array.from(
    crypto.getRandomValues(new Uint32Array(KEY_RANDOM)),
    (n) => KEY_LETTERS[n % KEY_LETTERS.length] ?? "",
  ).join("");

/** Wires the plugin's parts together. Nothing is fetched before `connect` is called. */
export function start(host: Host, settings: Settings, store: Store<RootState>, sync: Connect): Services {
  let opened: OpenSync | null = null;
  let clock: ClockControl | null = null;
  let time: ServerTime | null = null;
  const localNow = (): number => Date.now();
  const now = (): number => localNow() + (pluginState(store.getState()).clock.offset ?? 0);
  const attachments = new Attachments();
  const random = (): number => Math.random();
  const functions = httpFunctions(settings.functions, host.token, (now, took) => {
    clock?.heard(now, took);
  });

  const publishing: PublishDraftsDeps = {
    store,
    functions,
    newId: () => crypto.randomUUID(),
    newSuffix,
    localNow,
    random,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };

  const history = openHistory(() => pluginState(store.getState()).lock);
  attachments.add(history.attach);

  const connect = (): void => {
    if (opened !== null) return;
    const running = runClock(store, { localNow, onJump: () => time?.askNow() });
    clock = running;
    time = followServerTime({
      clock: running,
      ask: () => serverDate(host.page),
      // Spread like tokens: so many browsers must not take functions away from callers.
      otherwise: () => void setTimeout(() => void functions.health(), tokenWait(settings.agents, random())),
      localNow,
    });
    opened = openSync({
      host,
      store,
      connect: sync,
      attachments,
      kept: indexedDbStore(window.indexedDB, `schedule-manager:${host.accountSid}`),
      askFunctions: () => functions.syncToken(),
      mayEdit: mayOpen(settings, host.roles),
      agents: settings.agents,
      now,
      random,
    });
  };

  return {
    ...sayFor(host.locale),
    connect,
    api: provideApi({ store, functions, connect }),
    retry: () => {
      opened?.retry();
    },
    attach: (attachment) => attachments.add(attachment),
    history: history.reader,
    followFindings: findingsFollower(store, whenIdle, () => performance.now()),
    publish: (changes) => publishChanges(publishing, changes),
    publishDrafts: (drafts, onProgress) => publishDrafts(publishing, drafts, onProgress),
    newKey: () => provisionalKey(crypto.randomUUID()),
    takeOver: () => Promise.resolve(false),
    noteActivity: () => undefined,
    localNow,
    notify: (kind, text) => {
      if (kind === "error" && host.isShown()) return;
      host.notify(kind, text);
    },
  };
}
