import type { Store } from "redux";
import type { Host } from "./host";
import { httpFunctions } from "./functions/functions";
import { serverDate } from "./functions/server-date";
import { indexedDbStore } from "./kept/indexed-db";
import { openSync, type OpenSync } from "./open-sync";
import type { AgentServices } from "./services";
import { mayOpen, type Settings } from "./settings";
import { type ClockControl, runClock } from "./state/clock-effect";
import { pluginState, type RootState } from "./state/root";
import { followServerTime, type ServerTime } from "./state/server-time-effect";
import { agentSayFor } from "./strings/agents";
import { Attachments } from "./sync/attachments";
import type { Connect } from "./sync/connection";
import { tokenWait } from "./sync/spread";
import { provideApi } from "./utils/schedule-manager";

/** Wires together what every browser with the plugin has. Nothing is fetched before `connect` is called. */
export function start(host: Host, settings: Settings, store: Store<RootState>, sync: Connect): AgentServices {
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
    ...agentSayFor(host.locale),
    connect,
    api: provideApi({ store, functions, connect }),
    functions,
    retry: () => {
      opened?.retry();
    },
    attach: (attachment) => attachments.add(attachment),
    localNow,
    notify: (kind, text) => {
      if (kind === "error" && host.isShown()) return;
      host.notify(kind, text);
    },
  };
}
