import type { Store } from "redux";
import { keyFor } from "@schedule-manager/shared/sync-layout";
import type { Host } from "./host";
import { httpFunctions } from "./functions/functions";
import type { Services } from "./services";
import type { Settings } from "./settings";
import { type ClockControl, runClock } from "./state/clock-effect";
import { connectionChanged } from "./state/connection";
import { followCatalogue } from "./state/live-effect";
import { publishDrafts } from "./state/publish-drafts";
import { publishChanges, type PublishDeps } from "./state/publish-effect";
import type { RootState } from "./state/root";
import { sayFor } from "./strings/languages";
import type { Connect } from "./sync/connection";
import { type Hub, openHub } from "./sync/hub";
import { provideApi } from "./utils/schedule-manager";

/** Random characters at the end of a new item's key. */
const KEY_RANDOM = 8;

/** Wires the plugin's parts together. Nothing is fetched before `connect` is called. */
export function start(host: Host, settings: Settings, store: Store<RootState>, sync: Connect): Services {
  let hub: Hub | null = null;
  let clock: ClockControl | null = null;
  const localNow = (): number => Date.now();
  const random = (): number => Math.random();
  const functions = httpFunctions(settings.functions, host.token, (now, took) => {
    clock?.heard(now, took);
  });

  const publishing: PublishDeps = {
    store,
    functions,
    newId: () => crypto.randomUUID(),
    localNow,
    random,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };

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
    publish: (changes) => publishChanges(publishing, changes),
    publishDrafts: (drafts, onProgress) => publishDrafts(publishing, drafts, onProgress),
    newKey: (kind) => keyFor(kind, crypto.randomUUID().replaceAll("-", "").slice(0, KEY_RANDOM)),
    localNow,
    notify: (kind, text) => {
      host.notify(kind, text);
    },
  };
}
