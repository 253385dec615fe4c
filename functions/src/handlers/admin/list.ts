/** All rules and schedules with their revisions and status, for anybody signed in to Flex. */
import type { ListAnswer } from "@schedule-manager/shared/api";
import { evaluate } from "@schedule-manager/shared/evaluate";
import { flexTokens } from "../../auth/flex-token";
import { budgetOf } from "../../budget";
import { Catalogue } from "../../catalogue/catalogue";
import { CatalogueHolder } from "../../catalogue/holder";
import { readAllItems } from "../../catalogue/read-all";
import { endpoint } from "../../endpoint";
import type { Call } from "../../endpoint";
import type { Reply } from "../../http/reply";
import { readLockState } from "../../publish/lock-store";
import type { LockState } from "../../publish/lock-store";
import { DEAD_AFTER, recover } from "../../publish/recover";
import { httpsCallers } from "../../sync/callers";
import type { SyncReader } from "../../sync/sync-caller";

export const LIST_BUDGET = 8000;
/** How often it is read again because a publish came in between. */
const MAX_READS = 3;

async function answer(call: Call): Promise<Reply> {
  const { request, settings, now } = call;
  await flexTokens.personOf(request, settings, now);
  const caller = httpsCallers(settings)(budgetOf(LIST_BUDGET));
  const { concurrency } = settings;

  let lock = await readLockState(caller);
  const { publish } = lock.data;
  if (publish !== null && lock.age >= DEAD_AFTER) {
    await recover({ caller, concurrency, at: new Date().toISOString() }, lock, publish);
    lock = await readLockState(caller);
  }
  const body = (await heldList(call, lock)) ?? (await readList(caller, lock, concurrency));
  return { status: 200, body, log: { version: body.version } };
}

const holder = new CatalogueHolder();

/**
 * From what this instance holds, at the generation that `lock` has just said or a later one: a read instead of one for
 * every map. null: it can't be brought there, or a publish is being applied.
 */
async function heldList({ settings }: Call, lock: LockState): Promise<ListAnswer | null> {
  const { generation, publish, shards } = lock.data;
  if (publish?.phase === "applying") return null;
  const held = await holder.current(settings, httpsCallers(settings), undefined, generation);
  if (held === null || held.stale || held.catalogue.ahead || held.catalogue.shards !== shards) return null;
  return listFrom(held.catalogue, lock);
}

async function readList(caller: SyncReader, from: LockState, concurrency: number): Promise<ListAnswer> {
  let lock = from;
  let items = await readAllItems(caller, lock.data.shards, concurrency);
  for (let reads = 1; reads < MAX_READS; reads += 1) {
    const after = await readLockState(caller);
    const same = isSame(lock, after);
    lock = after;
    if (same) break;
    items = await readAllItems(caller, lock.data.shards, concurrency);
  }
  return listFrom(new Catalogue(lock.data.generation, lock.data.shards, items), lock);
}

const isSame = (a: LockState, b: LockState): boolean =>
  a.data.generation === b.data.generation &&
  a.data.publish?.phase !== "applying" &&
  b.data.publish?.phase !== "applying";

function listFrom(catalogue: Catalogue, lock: LockState): ListAnswer {
  const now = Date.now();
  // What was spoilt in the console is not listed, even where an earlier version of it still answers checks.
  const items = [...catalogue.items.values()].filter(({ problem }) => problem === null);
  return {
    data: {
      rules: items.flatMap((item) =>
        item.kind === "rule" && item.value !== null ? [{ ...item.value, revision: item.revision }] : [],
      ),
      schedules: items.flatMap((item) => {
        if (item.kind !== "schedule" || item.value === null) return [];
        const { isOpen, closedReason } = evaluate(catalogue.compile(item.value), now);
        return [{ ...item.value, revision: item.revision, status: { isOpen, closedReason } }];
      }),
    },
    version: String(catalogue.generation),
    versionIsDeployed: lock.data.publish === null,
    now,
  };
}

export const handler = endpoint({ name: "admin/list", answer });
