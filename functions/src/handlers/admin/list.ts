/** All rules and schedules with their revisions and status, for anybody signed in to Flex. */
import type { ListAnswer } from "@schedule-manager/shared/api";
import { evaluate } from "@schedule-manager/shared/evaluate";
import { flexTokens } from "../../auth/flex-token";
import { budgetOf } from "../../budget";
import { Catalogue } from "../../catalogue/catalogue";
import { readAllItems } from "../../catalogue/read-all";
import { endpoint } from "../../endpoint";
import type { Call } from "../../endpoint";
import type { Reply } from "../../http/reply";
import { readLockState } from "../../publish/lock-store";
import type { LockState } from "../../publish/lock-store";
import { DEAD_AFTER, recover } from "../../publish/recover";
import { httpsCallers } from "../../sync/callers";

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
  let items = await readAllItems(caller, lock.data.shards, concurrency);
  for (let reads = 1; reads < MAX_READS; reads += 1) {
    const after = await readLockState(caller);
    const same = isSame(lock, after);
    lock = after;
    if (same) break;
    items = await readAllItems(caller, lock.data.shards, concurrency);
  }
  const body = listFrom(new Catalogue(lock.data.generation, lock.data.shards, items), lock);
  return { status: 200, body, log: { version: body.version } };
}

const isSame = (a: LockState, b: LockState): boolean =>
  a.data.generation === b.data.generation &&
  a.data.publish?.phase !== "applying" &&
  b.data.publish?.phase !== "applying";

function listFrom(catalogue: Catalogue, lock: LockState): ListAnswer {
  const now = Date.now();
  const items = [...catalogue.items.values()];
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
    version: String(lock.data.generation),
    versionIsDeployed: lock.data.publish === null,
    now,
  };
}

export const handler = endpoint({ name: "admin/list", answer });
