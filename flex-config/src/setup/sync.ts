/** Sets up a Sync service through the `twilio` library. Safe to repeat. */
import { parseHead } from "@schedule-manager/shared/sync/layout-schema";
import { type CatalogueHead, DEFAULT_SHARDS, HEAD } from "@schedule-manager/shared/sync/layout";
import type { Twilio } from "twilio";
import { bring } from "./carry-out";
import { syncObjects } from "./layout";
import { planFirstUse, planSetup, type SetupPlan, type SetupStep, SYSTEM, type Taken } from "./plan";
import { hasStatus } from "../live/rest-error";
import { readSyncState } from "./sync-state";

export interface SetupOptions {
  readonly client: Twilio;
  readonly serviceSid: string;
  /** Number of maps for schedules, and for rules; about 100 items for each map is best. */
  readonly shards?: number;
  readonly onStep?: (step: SetupStep) => void;
}

export type SetupResult =
  { readonly ok: true; readonly steps: readonly SetupStep[] } | { readonly ok: false; readonly taken: Taken };

/** The `head` of a service that was set up; null before the first set-up. */
async function headOf(client: Twilio, serviceSid: string): Promise<CatalogueHead | null> {
  try {
    const document = await client.sync.v1.services(serviceSid).documents(HEAD).fetch();
    const head = parseHead(document.data);
    // Before the set-up a browser may have created it, with no publish recorded.
    return head !== null && (document.createdBy === SYSTEM || head.generation > 0) ? head : null;
  } catch (error) {
    if (hasStatus(error, 404)) return null;
    throw error;
  }
}

/** Plans missing steps without executing them. An existing service keeps its number of shards. */
export async function planSyncSetup(options: Omit<SetupOptions, "onStep">): Promise<SetupPlan> {
  const { client, serviceSid } = options;
  const head = await headOf(client, serviceSid);
  const wanted = syncObjects(head ?? { generation: 0, shards: options.shards ?? DEFAULT_SHARDS });
  const state = await readSyncState(client, serviceSid, wanted);
  return head === null
    ? planFirstUse(state, wanted, "originals")
    : { ok: true, steps: planSetup(state, wanted) };
}

export async function setUpSync(options: SetupOptions): Promise<SetupResult> {
  const { client, serviceSid, onStep } = options;
  const done: SetupStep[] = [];
  const result = await bring(client.sync.v1.services(serviceSid), () => planSyncSetup(options), {
    onStep: (step) => {
      done.push(step);
      onStep?.(step);
    },
  });
  return result.ok ? { ok: true, steps: done } : result;
}
