/** Publishing: lease, check, intent, apply, commit. See `shared/src/sync/publish-protocol.ts` for the transitions. */
import type {
  ConflictDetails,
  CurrentItem,
  PublishAnswer,
  PublishRequest,
} from "@schedule-manager/shared/api/api";
import { historyItems, isBatched } from "@schedule-manager/shared/sync/history-items";
import { apply } from "@schedule-manager/shared/sync/publish-protocol";
import type { LeasedHead } from "@schedule-manager/shared/sync/publish-protocol";
import { mapOf } from "@schedule-manager/shared/sync/layout";
import type {
  Actor,
  CatalogueHead,
  FinishedPublish,
  HistoryChange,
} from "@schedule-manager/shared/sync/layout";
import { budgetOf } from "../budget";
import type { SyncClients } from "../sync/sync-clients";
import { Failed } from "../failure";
import { limitConcurrency } from "../sync/limit-concurrency";
import { readHead, writeHead } from "../sync/head-store";
import type { HeadState } from "../sync/head-store";
import type { SyncClient } from "../sync/sync-client";
import { SyncFailure } from "../sync/sync-failure";
import { acquireLease, isoOf } from "./acquire-lease";
import { applyIntent } from "./apply";
import { readCommitDocuments, writeCommit } from "./commit";
import { refOfChange, valueFrom } from "./current";
import { giveUp } from "./give-up";
import { writeIntent } from "./intent-store";
import { planPublish } from "./plan";
import type { Plan } from "./plan";
import { readCurrent } from "./read-current";
import { refused } from "./refused";
import { claimOf } from "./request-digest";
import { checkSizes } from "./sizes";

/** Milliseconds after which a publisher stops writing. The rest of its 8 s is for releasing its lease. */
const WORK_BUDGET = 7000;
/** Milliseconds after which it sends nothing at all; others take over after 15 s. */
const WHOLE_BUDGET = 8000;

export interface PublishOptions {
  readonly clients: SyncClients;
  readonly concurrency: number;
  /** ms since the epoch */
  readonly clock: () => number;
  /** ms, `LEASE_TTL` */
  readonly leaseTtl: number;
  readonly right: "toggle" | "edit";
  readonly by: Actor;
}

export type Published = Omit<PublishAnswer, "now">;

/** Publishes, or rejects with `Failed`. */
export async function publish(request: PublishRequest, options: PublishOptions): Promise<Published> {
  const { clients, clock, concurrency, by, right } = options;
  const client = clients(budgetOf(WORK_BUDGET, clock));
  const last = clients(budgetOf(WHOLE_BUDGET, clock));

  const acquired = await acquireLease({ ...options, client }, request, by, claimOf(request, by, right));
  if (acquired.type === "finished")
    return resultOf(client, request, acquired.publish, acquired.head, concurrency);

  const lease = acquired.head.data.publish;
  const cancel = (): Promise<void> => giveUp(last, lease).catch(() => undefined);
  let begun: Begun;
  try {
    begun = await begin(request, options, client, acquired.head);
  } catch (error) {
    await cancel();
    throw error;
  }
  const { plan, intent, head } = begun;
  const done = plan.done;
  if (intent.length === 0) {
    await cancel();
    return { id: request.id, version: String(head.data.generation), items: done, skipped: [] };
  }
  try {
    const [{ items, skipped }, documents] = await Promise.all([
      applyIntent(client, intent, head.data.shards),
      readCommitDocuments(client),
    ]);
    const finish = { refs: intent.map(refOfChange), skipped, at: isoOf(clock()) };
    const end = await writeCommit(client, head, finish, documents);
    if (end !== null)
      return { id: lease.id, version: String(lease.generation), items: [...done, ...items], skipped };
    const now = (await readHead(client)).data;
    const finished = now.recent.find((entry) => entry.id === lease.id);
    if (finished !== undefined) return await resultOf(client, request, finished, now, concurrency);
    throw interrupted();
  } catch (error) {
    if (error instanceof SyncFailure) throw interrupted();
    throw error;
  }
}

interface Begun {
  readonly plan: Extract<Plan, { type: "write" }>;
  readonly intent: readonly HistoryChange[];
  readonly head: HeadState<LeasedHead>;
}

/** Checks the changes and writes the intent. Returns an intent only after `head` says `applying`. */
async function begin(
  request: PublishRequest,
  { concurrency, right }: PublishOptions,
  client: SyncClient,
  head: HeadState<LeasedHead>,
): Promise<Begun> {
  const { shards, generation, publish: lease } = head.data;
  const current = await readCurrent(client, request.changes, shards, concurrency);
  const plan = planPublish(request, current, right);
  if (plan.type === "not-allowed") {
    throw new Failed("not-allowed", "Your role may only open and close schedules manually.");
  }
  if (plan.type === "conflict") {
    throw new Failed(
      "publish-conflict",
      "Somebody else published newer versions in the meantime, and nothing was published. Compare your changes with the items of this answer, and publish again on their revisions.",
      { items: plan.items, version: String(generation) } satisfies ConflictDetails,
    );
  }
  if (plan.type === "refused") throw refused(plan.problems);
  const intent = plan.writes;
  const history = historyItems(lease, intent);
  const tooLarge = checkSizes(history.flat());
  if (tooLarge.length > 0) throw refused(tooLarge);
  if (intent.length === 0) return { plan, intent, head };
  await writeIntent(client, { refs: intent.map(refOfChange), history }, lease);
  const next = await writeHead(client, head, apply(head.data, isBatched(intent.length)));
  if (next === null)
    throw new Failed("publish-interrupted", "The publish took too long and was cancelled. Publish again.");
  return { plan, intent, head: next };
}

const interrupted = () =>
  new Failed(
    "publish-interrupted",
    "The publish is recorded but not finished. It finishes within seconds: repeat the request with the same id.",
  );

/** The recorded result of a finished publish, with the current state of the items in this request. */
async function resultOf(
  client: SyncClient,
  request: PublishRequest,
  finished: FinishedPublish,
  { shards }: CatalogueHead,
  concurrency: number,
): Promise<Published> {
  const items = await limitConcurrency(
    concurrency,
    request.changes,
    async ({ kind, id }): Promise<CurrentItem> => {
      const entry = await client.readItem(mapOf(kind, id, shards), id);
      return {
        kind,
        id,
        revision: entry?.revision ?? null,
        value: entry === null ? null : valueFrom(kind, entry.data),
      };
    },
  );
  return { id: finished.id, version: String(finished.generation), items, skipped: finished.skipped ?? [] };
}
