/** Reads the published items from Sync consistently: no publish is half visible. */
import { parseHead } from "@schedule-manager/shared/sync/layout-schema";
import { isApplying } from "@schedule-manager/shared/sync/publish-protocol";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { type CatalogueHead, HEAD, mapName, MAX_PAGE } from "@schedule-manager/shared/sync/layout";
import type { Twilio } from "twilio";
import { limitConcurrency } from "./limit-concurrency";
import { hasStatus } from "./rest-error";

export interface LiveItem {
  readonly kind: ItemKind;
  readonly id: string;
  /** The stored value; console users may have edited it. */
  readonly data: unknown;
}

export interface Live {
  readonly generation: number;
  /** Sorted by kind and id. */
  readonly items: readonly LiveItem[];
}

export type LiveResult =
  | { readonly ok: true; readonly live: Live }
  /** `head` is missing or invalid: set-up has not run. */
  | { readonly ok: false; readonly reason: "not-set-up" }
  /** Publishes kept interfering, or one was interrupted and is not finished. */
  | { readonly ok: false; readonly reason: "publish-in-progress" };

const WIDTH = 4;
const ATTEMPTS = 5;
/** Milliseconds between attempts: a publish takes about a second, and stops itself after 8. */
const PAUSE = 2000;

export interface ReadOptions {
  readonly client: Twilio;
  readonly serviceSid: string;
  readonly wait?: (ms: number) => Promise<void>;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function readLive({ client, serviceSid, wait = pause }: ReadOptions): Promise<LiveResult> {
  let before = await readHead(client, serviceSid);
  if (before === null) return { ok: false, reason: "not-set-up" };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const items = await readItems(client, serviceSid, before.shards);
    const after = await readHead(client, serviceSid);
    if (after === null) return { ok: false, reason: "not-set-up" };
    if (isWhole(before, after)) return { ok: true, live: { generation: after.generation, items } };
    before = after;
    if (attempt < ATTEMPTS) await wait(PAUSE);
  }
  return { ok: false, reason: "publish-in-progress" };
}

const isWhole = (before: CatalogueHead, after: CatalogueHead): boolean =>
  before.generation === after.generation &&
  before.shards === after.shards &&
  !isApplying(before.publish) &&
  !isApplying(after.publish);

/** The document `head`; null when missing or invalid. */
export async function readHead(client: Twilio, serviceSid: string): Promise<CatalogueHead | null> {
  try {
    return parseHead((await client.sync.v1.services(serviceSid).documents(HEAD).fetch()).data);
  } catch (error) {
    if (hasStatus(error, 404)) return null;
    throw error;
  }
}

async function readItems(client: Twilio, serviceSid: string, shards: number): Promise<readonly LiveItem[]> {
  const service = client.sync.v1.services(serviceSid);
  const items: LiveItem[] = [];
  const maps = (["rule", "schedule"] as const).flatMap((kind) =>
    Array.from({ length: shards }, (_, shard) => ({ kind, name: mapName(kind, shard, shards) })),
  );
  await limitConcurrency(maps, WIDTH, async ({ kind, name }) => {
    const list = await service.syncMaps(name).syncMapItems.list({ pageSize: MAX_PAGE });
    for (const { key, data } of list) items.push({ kind, id: key, data });
  });
  return items.sort((a, b) => (a.kind === b.kind ? compare(a.id, b.id) : compare(a.kind, b.kind)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
