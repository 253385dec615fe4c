import type { Store } from "redux";
import type { Debug } from "../debug/debug";
import type { Host } from "../services/host";
import { httpFunctions } from "../functions/functions";
import { browserSync } from "./browser-sync";
import { idbStore } from "../catalogue/cache/idb-store";
import { noticed } from "../navigation/notice";
import type { AgentServices } from "../services/services";
import { mayEdit, mayOpen, type Settings } from "../settings/settings";
import { clockCorrected } from "../catalogue/clock";
import { runClock } from "../catalogue/clock-effect";
import { pluginState } from "../catalogue/root";
import { createCatalogueSelectors } from "../catalogue/selectors";
import type { RootState } from "../store/root";
import { followServerTime, type ServerTime } from "../catalogue/server-time";
import { agentTranslateFor } from "../i18n/agent-translate";
import type { Connect } from "../sync/connection";
import { readingWait } from "../sync/jitter";
import { provideApi } from "../services/schedule-manager-api";

/** Creates the services that every browser needs. Nothing is fetched before `connect` is called. */
export function start(
  host: Host,
  settings: Settings,
  store: Store<RootState>,
  sync: Connect,
  debug: Debug,
): AgentServices {
  let time: ServerTime | null = null;
  const localNow = (): number => Date.now();
  const offset = (): number | null => pluginState(store.getState()).clock.offset;
  const now = (): number => localNow() + (offset() ?? 0);
  const random = (): number => Math.random();
  const selectors = createCatalogueSelectors();
  const functions = httpFunctions(settings.functions, host.token, (now, took) => {
    time?.receive(now, took);
  });
  const browser = browserSync({
    identity: host.identity,
    store,
    connect: sync,
    cache: idbStore(`schedule-manager:${host.accountSid}`),
    askFunctions: () => functions.syncToken(),
    mayEdit: mayEdit(settings, host.roles),
    mayView: mayOpen(settings, host.roles),
    isShown: host.isShown,
    agents: settings.agents,
    now,
    random,
    debug,
  });

  const connect = (): void => {
    if (time !== null) {
      browser.open();
      return;
    }
    time = followServerTime({
      page: host.page,
      // Spread over time, because thousands of concurrent calls would take functions away from callers.
      otherwise: () => void setTimeout(() => void functions.health(), readingWait(settings.agents, random())),
      localNow,
      offset,
      onOffset: (to) => void store.dispatch(clockCorrected(to)),
    });
    runClock(store, selectors, { localNow, onJump: () => time?.askNow() });
    browser.open();
  };

  return {
    ...agentTranslateFor(host.locale),
    connect,
    selectors,
    api: provideApi({ store, selectors, functions, connect }),
    functions,
    retry: () => {
      browser.retry();
    },
    addTask: (task) => browser.addTask(task),
    localNow,
    debug,
    notify: (kind, text) => {
      if (!host.isShown()) host.notify(kind, text);
      // The view shows failures itself, until the person reads them.
      else if (kind !== "error") store.dispatch(noticed({ kind, text, at: localNow() }));
    },
  };
}
