/** Removes the maps and Documents of layouts that are no longer used. */
import { randomBytes } from "node:crypto";
import {
  HEAD,
  LAYOUT,
  type CatalogueHead,
  MAX_PAGE,
  PRESENCE,
  PUBLISHES,
} from "@schedule-manager/shared/sync/layout";
import { readHead } from "../live/read-live";
import { type LeaseOptions, releaseHead, withHeadLease } from "./head-lease";
import { syncObjects } from "./layout";
import type { SyncService } from "./lease-holder";
import { type Named, objectKey } from "./plan";
import { unlessGone } from "../live/rest-error";
import type { ReshardResult } from "./reshard";
import type { ReshardOptions } from "./reshard-options";

/**
 * Milliseconds for browsers and functions, which may be asleep or of the previous version, to leave a former
 * layout.
 */
const RETIRE_AFTER = 86_400_000;

const PREFIX = "retire-";
/** Maps of every layout, including former names without the number of shards. */
const SHARDED = /^(?:rules|schedules|history)-\d{1,3}(?:-of-\d{1,3})?$/;
/** Includes `pulse-…`, which the previous version polled. */
const DOCUMENT = /^(?:changes|pulse)-\d$/;
/** Kept: it prevents functions of the previous version from publishing. */
export const FORMER_LOCK = "lock";

/** All objects of the product, of any layout and version. */
export async function ownObjects(service: SyncService): Promise<readonly Named[]> {
  const [maps, documents] = await Promise.all([
    service.syncMaps.list({ pageSize: MAX_PAGE }),
    service.documents.list({ pageSize: MAX_PAGE }),
  ]);
  const isOurMap = (name: string) => SHARDED.test(name) || [PRESENCE, PUBLISHES].includes(name);
  const isOurDocument = (name: string) => DOCUMENT.test(name) || [HEAD, LAYOUT, FORMER_LOCK].includes(name);
  const { compare } = new Intl.Collator("en", { numeric: true });
  return [
    ...maps
      .map(({ uniqueName }) => uniqueName)
      .filter(isOurMap)
      .sort(compare)
      .map((name) => ({ type: "map" as const, name })),
    ...documents
      .map(({ uniqueName }) => uniqueName)
      .filter(isOurDocument)
      .sort(compare)
      .map((name) => ({ type: "document" as const, name })),
  ];
}

async function formerObjects(service: SyncService, head: CatalogueHead): Promise<readonly Named[]> {
  const inUse = new Set([
    ...syncObjects(head).map(objectKey),
    objectKey({ type: "document", name: FORMER_LOCK }),
  ]);
  return (await ownObjects(service)).filter((object) => !inUse.has(objectKey(object)));
}

export interface RetireOptions extends LeaseOptions, Pick<ReshardOptions, "change"> {
  readonly note: (text: string) => void;
}

/** Removes former objects under the lease, so that a concurrent resharding does not lose its copies. */
export async function removeFormer(options: RetireOptions): Promise<ReshardResult> {
  const { client, serviceSid, now, change, note } = options;
  const service = client.sync.v1.services(serviceSid);
  const head = await readHead(client, serviceSid);
  if (head === null) return { ok: true };
  const former = await formerObjects(service, head);
  if (former.length === 0) return { ok: true };
  const until = head.layoutSince === undefined ? -Infinity : Date.parse(head.layoutSince) + RETIRE_AFTER;
  if (Date.parse(now()) < until) {
    note(
      `${former.length} maps and documents of the previous layout are kept for browsers that are asleep. Run this step again after ${new Date(until).toISOString()} to remove them.`,
    );
    return { ok: true };
  }
  const publish = {
    id: `${PREFIX}${randomBytes(6).toString("hex")}`,
    isOwn: (id: string) => id.startsWith(PREFIX),
  };
  const removed = await change(`remove ${former.length} maps and documents of former layouts`, () =>
    withHeadLease(options, publish, async (holder): Promise<ReshardResult> => {
      for (const { type, name } of await formerObjects(service, holder.data)) {
        await holder.keepAlive();
        await unlessGone(type === "map" ? service.syncMaps(name).remove() : service.documents(name).remove());
      }
      await releaseHead(holder);
      return { ok: true };
    }),
  );
  return removed ?? { ok: true };
}
