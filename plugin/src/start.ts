import type { Store } from "redux";
import type { Host } from "./host";
import { httpFunctions } from "./functions/functions";
import type { Services } from "./services";
import type { Settings } from "./settings";
import { type ClockControl, runClock } from "./state/clock-effect";
import { connectionChanged } from "./state/connection";
import { followCatalogue } from "./state/live-effect";
import { publishChanges } from "./state/publish-effect";
import type { RootState } from "./state/root";
import { sayFor } from "./strings/languages";
import type { Connect } from "./sync/connection";
import { type Hub, openHub } from "./sync/hub";
import { provideApi } from "./utils/schedule-manager";

/** Wires the plugin's parts together. Nothing is fetched before `connect` is called. */
export function start(host: Host, settings: Settings, store: Store<RootState>, sync: Connect): Services {
  let hub: Hub | null = null;
  let clock: ClockControl | null = null;
  const localNow = (): number => Date.now();
  const random = (): number => Math.random();
  const functions = httpFunctions(settings.functions, host.token, (now, took) => {
    clock?.heard(now, took);
  });

  const connect = (): void => {
    if (hub !== null) return;
    clock = runClock(store, localNow);
    hub = openHub({
      connect: sync,
      syncToken: () => functions.syncToken(),
      onState: (to) => {
        store.dispatch(connectionChanged({ to, at: localNow() }));
      },
      attachments: [followCatalogue((action) => store.dispatch(action))],
      random,
    });
  };

  return {
    ...sayFor(host.locale),
    connect,
    api: provideApi({ store, functions, connect }),
    retry: () => {
      hub?.retry();
    },
    publish: (changes) =>
      publishChanges(
        {
          store,
          functions,
          newId: () => crypto.randomUUID(),
          localNow,
          random,
          wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
        },
        changes,
      ),
    notify: (kind, text) => {
      host.notify(kind, text);
    },
  };
}
