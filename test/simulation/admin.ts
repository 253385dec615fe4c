import { type ParseAnswer, parsePublish, parseSyncToken } from "@schedule-manager/shared/api/answers";
import type { Store } from "@reduxjs/toolkit";
import type { PublishAnswer, PublishRequest } from "@schedule-manager/shared/api/api";
import { callFunction } from "@schedule-manager/plugin/functions/call";
import type { CallCode, CallResult } from "@schedule-manager/plugin/functions/call";
import { connectionChanged } from "@schedule-manager/plugin/sync/connection-slice";
import { keepDraftsCurrent } from "@schedule-manager/plugin/publishing/keep-drafts-current";
import { allDiscarded, edited } from "@schedule-manager/plugin/drafts/drafts";
import { isLive, isLoaded } from "@schedule-manager/plugin/catalogue/live";
import { followCatalogue } from "@schedule-manager/plugin/catalogue/live-effect";
import { publishClosed } from "@schedule-manager/plugin/publishing/publishing";
import { PublishPace } from "@schedule-manager/shared/api/publish-pace";
import { publishDrafts } from "@schedule-manager/plugin/publishing/publish-drafts";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import type { RootState } from "@schedule-manager/plugin/store/root";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import { twilioSync } from "@schedule-manager/plugin/sync/twilio-sync";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { openManager } from "../unit/plugin/sync/open-manager";
import { flexLikeStore, storeSelectors } from "../unit/plugin/store";
import { markAnew, randomEdits } from "./edits";
import type { Items } from "./check";
import type { FunctionInstance } from "./function-instance";
import type { Ledger } from "./ledger";
import type { Random } from "./random";
import type { FunctionFault, FaultInjector } from "./fault-injector";

const { selectDrafts } = storeSelectors();

export interface AdminOptions {
  readonly name: string;
  /** `ada`, whose Flex token is `flex-token-ada`. */
  readonly person: string;
  readonly twilsockUrl: string;
  readonly functions: FunctionInstance;
  readonly ledger: Ledger;
  readonly random: Random;
  readonly injector: Pick<FaultInjector, "strike">;
  /** Advances Sync's clock by the given ms, without waiting. */
  readonly letPass: (ms: number) => void;
  readonly seed: number;
}

export interface Admin {
  readonly store: Store<RootState>;
  /** Waits until the catalogue is loaded. */
  ready(): Promise<void>;
  /** Edits and publishes, and retries until the publish succeeds, is refused or is given up. */
  publish(number: number): Promise<void>;
  close(): void;
}

/** The longest pause of an admin before a publish, and before another attempt, ms. */
const THINKING = 400;
/** The number of times an admin presses Publish again. */
const PRESSES = 6;
/** The number of times an admin waits for somebody else's publish. */
const WAITS = 60;
/** The duration of such a wait on Sync's clock, ms. */
const WAIT = 1500;
/** The factor for the waits before the plugin's own retries, of which the first is one second. */
const HASTE = 0.05;

/** After one of these codes the admin presses Publish again. */
const WORTH_ANOTHER: readonly CallCode[] = [
  "publish-in-progress",
  "publish-interrupted",
  "sync-busy",
  "sync-unreachable",
  "unreachable",
];

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** One admin: the plugin's own store, connection, drafts and publish effect, with the real `twilio-sync`. */
export function startAdmin(options: AdminOptions): Admin {
  const { name, person, twilsockUrl, functions, ledger, random, injector, letPass, seed } = options;
  const store = flexLikeStore() as unknown as Store<RootState>;
  const Token = `flex-token-${person}`;

  let functionFault: FunctionFault | null = null;
  const call = async <T>(
    path: string,
    parse: ParseAnswer<T>,
    fields: Record<string, string> = {},
  ): Promise<CallResult<T>> => {
    const origin = await functions.url().catch(() => "http://127.0.0.1:9");
    return callFunction(`${origin}/${path}`, { Token, ...fields }, parse, { onNow: () => undefined });
  };
  const manager = openManager(
    {
      connect: twilioSync({
        region: null,
        more: { twilsock: { uri: twilsockUrl }, retryPolicy: { min: 50, max: 200, randomness: 0.2 } },
      }),
      fetchToken: () => call("sync-token", parseSyncToken),
      onStatus: (to) => {
        store.dispatch(connectionChanged({ to, at: Date.now() }));
      },
      random: () => random.next(),
    },
    [followCatalogue((action) => store.dispatch(action))],
  );
  const stopMerging = keepDraftsCurrent(store, () => undefined);

  let ids = 0;
  const deps = {
    store,
    functions: {
      publish: async (request: PublishRequest): Promise<CallResult<PublishAnswer>> => {
        ledger.sent(request);
        const mine = functionFault;
        // A retry is another request and is not killed.
        functionFault = null;
        const result = await call("admin/publish", parsePublish, {
          publish: JSON.stringify(request),
          ...(mine === null ? {} : { [mine.field]: String(mine.after) }),
        });
        ledger.answered(request, result);
        if (!result.ok && result.code === "publish-in-progress") {
          // The publish did not start: the next request gets its kill or freeze.
          functionFault = mine;
          letPass(WAIT);
        }
        return result;
      },
    },
    newId: () => `sim-${seed}-${name}-${(ids += 1)}`,
    localNow: Date.now,
    random: () => random.next(),
    pace: new PublishPace(),
    newSuffix: () =>
      random
        .below(36 ** 6)
        .toString(36)
        .padStart(6, "0"),
    wait: (ms: number) => {
      letPass(ms);
      return pause(ms * HASTE);
    },
  };
  const edit = (edits: readonly Parameters<typeof edited>[0][]) => {
    for (const one of edits) store.dispatch(edited(one));
  };

  return {
    store,
    async ready() {
      while (!isLoaded(pluginState(store.getState()).live)) await pause(20);
    },
    async publish(number) {
      await pause(random.below(THINKING));
      edit(randomEdits(store.getState(), random, `${name}.${number}`));
      let isWaiting = false;
      for (let press = 1, waits = 0; press <= PRESSES && waits < WAITS;) {
        await pause(random.below(isWaiting ? THINKING : THINKING / 4));
        const drafts = selectDrafts(store.getState());
        if (drafts.length === 0) return;
        if (!isWaiting) functionFault = injector.strike();
        const { failure } = await publishDrafts(deps, drafts);
        if (failure === null) break;
        store.dispatch(publishClosed(failure.id));
        // This admin resolves no conflicts or refusals, and discards the edits.
        if (!WORTH_ANOTHER.includes(failure.code)) break;
        isWaiting = failure.code === "publish-in-progress";
        if (isWaiting) waits += 1;
        else press += 1;
        edit(markAnew(store.getState(), `${name}.${number}.${press}.${waits}`));
      }
      store.dispatch(allDiscarded());
    },
    close() {
      stopMerging();
      manager.close();
    },
  };
}

/** Whether the store is live and equals Sync's data. */
export function agrees(store: Store<RootState>, items: Items): boolean {
  const { live } = pluginState(store.getState());
  const shown = new Map(
    [
      ...Object.values(live.schedules.entities).map((item) => ["schedule", item] as const),
      ...Object.values(live.rules.entities).map((item) => ["rule", item] as const),
    ].flatMap(([kind, item]) =>
      item ? [[itemRef(kind, item.id), item.value && stored(item.value)] as const] : [],
    ),
  );
  return (
    isLive(live) &&
    shown.size === items.size &&
    [...shown].every(([ref, value]) => sameValue(value, items.get(ref)))
  );
}
