/** Removes the maps and Documents of layouts that are no longer in use. */
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

/** ms that browsers and functions, which may be asleep or of the version before, have to leave a former layout. */
const RETIRE_AFTER = 86_400_000;

const PREFIX = "retire-";
/** Of every layout, and of versions whose maps did not say theirs. */
const SHARDED = /^(?:rules|schedules|history)-\d{1,3}(?:-of-\d{1,3})?$/;
/** The version before polled `pulse-…`. */
const DOCUMENT = /^(?:changes|pulse)-\d$/;
/** The lock of the version before stays: it keeps functions of that version from publishing. */
export const FORMER_LOCK = "lock";

/** All that is ours, of whatever layout and version. */
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

/** Under the lease: a move to yet another layout must not lose its copies. */
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
      `${former.length} maps and documents of the layout before stay for browsers that are asleep. Run this step again after ${new Date(until).toISOString()} to remove them.`,
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
