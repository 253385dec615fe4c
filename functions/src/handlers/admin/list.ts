/** All rules and schedules with their revisions and status, for every signed-in Flex user. */
import type { ListAnswer } from "@schedule-manager/shared/api/api";
import { evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import { isApplying } from "@schedule-manager/shared/sync/publish-protocol";
import { flexTokens } from "../../auth/flex-token";
import { budgetOf } from "../../budget";
import { Catalogue } from "../../catalogue/catalogue";
import { CatalogueCache } from "../../catalogue/catalogue-cache";
import { endpoint } from "../../endpoint/endpoint";
import type { Call } from "../../endpoint/endpoint";
import type { Reply } from "../../http/reply";
import { currentHead, readWhole } from "../../publish/read-whole";
import type { Whole } from "../../publish/read-whole";
import { syncClients } from "../../sync/sync-clients";
import type { HeadState } from "../../sync/head-store";

const LIST_BUDGET = 8000;

async function answer(call: Call): Promise<Reply> {
  const { request, settings, now } = call;
  await flexTokens.personOf(request, settings, now);
  const client = syncClients(settings)(budgetOf(LIST_BUDGET));
  const { concurrency } = settings;

  const at = new Date().toISOString();
  const head = await currentHead({ client, concurrency, at });
  const body = (await cachedList(call, head)) ?? listOf(await readWhole(client, head, concurrency));
  return { status: 200, body, log: { version: body.version } };
}

const cache = new CatalogueCache();

/**
 * The list from this instance's cache, at the generation of `head` or a later one, which costs one read instead
 * of one for each map. null: the cache cannot catch up, or a publish is being applied.
 */
async function cachedList({ settings }: Call, head: HeadState): Promise<ListAnswer | null> {
  const { generation, publish, shards } = head.data;
  if (isApplying(publish)) return null;
  const cached = await cache.current(settings, syncClients(settings), undefined, generation);
  if (cached === null || cached.stale || cached.catalogue.ahead || cached.catalogue.shards !== shards)
    return null;
  return listFrom(cached.catalogue, head);
}

const listOf = ({ head, items }: Whole): ListAnswer =>
  listFrom(new Catalogue(head.data.generation, head.data.shards, items), head);

function listFrom(catalogue: Catalogue, head: HeadState): ListAnswer {
  const now = Date.now();
  // Omits items whose stored value is invalid, even if an earlier version still answers checks.
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
    shards: catalogue.shards,
    version: String(catalogue.generation),
    versionIsDeployed: head.data.publish === null,
    now,
  };
}

export const handler = endpoint({ name: "admin/list", answer });
