/** The publish lease in `head`, for set-up. */
import { DEPLOY } from "@schedule-manager/shared/sync/actors";
import { parseChangeFeed, parseHead, parseLayout } from "@schedule-manager/shared/sync/layout-schema";
import {
  acquire,
  commit,
  type LeasedHead,
  nextFeed,
  nextLayout,
  release,
  renew,
} from "@schedule-manager/shared/sync/publish-protocol";
import {
  type Actor,
  CHANGE_FEEDS,
  changesName,
  HEAD,
  type ItemRef,
  LAYOUT,
} from "@schedule-manager/shared/sync/layout";
import type { Twilio } from "twilio";
import {
  acquireLease,
  type LeaseHolder,
  type LeaseState,
  LostLease,
  type SyncService,
  updateIfMatch,
} from "./lease-holder";

export type HeadHolder = LeaseHolder<LeasedHead>;

export interface LeaseOptions {
  readonly client: Twilio;
  readonly serviceSid: string;
  /** ISO 8601 */
  readonly now: () => string;
  readonly wait: (ms: number) => Promise<void>;
}

export interface PublishId {
  readonly id: string;
  readonly by?: Actor;
  /** Whether an expired lease with this id may be taken over, keeping its phase. */
  readonly isOwn: (id: string) => boolean;
}

export type LeaseRefusal = "not-set-up" | "publish-in-progress" | "publish-interrupted" | "lease-lost";

/** Runs work while no one else can publish. */
export async function withHeadLease<T extends { readonly ok: boolean }>(
  { client, serviceSid, now, wait }: LeaseOptions,
  { id, by = DEPLOY, isOwn }: PublishId,
  work: (holder: HeadHolder) => Promise<T>,
): Promise<T | { readonly ok: false; readonly reason: LeaseRefusal }> {
  const stateOf = (data: unknown): LeaseState<LeasedHead> => {
    const head = parseHead(data);
    if (head === null) return { type: "over" };
    const next = acquire(head, { id, by, since: now() });
    if (head.publish === null) return { type: "free", next };
    // A takeover keeps the phase, because its work may already be visible.
    const { phase } = head.publish;
    return isOwn(head.publish.id)
      ? { type: "held", next: { ...next, publish: { ...next.publish, phase } } }
      : { type: "held", next: null };
  };
  const service = client.sync.v1.services(serviceSid);
  const acquired = await acquireLease({ service, name: HEAD, now, wait, renew, stateOf });
  if (!acquired.ok) return { ok: false, reason: acquired.reason === "over" ? "not-set-up" : acquired.reason };
  try {
    return await work(acquired.holder);
  } catch (error) {
    if (error instanceof LostLease) return { ok: false, reason: "lease-lost" };
    throw error;
  }
}

export async function releaseHead(holder: HeadHolder): Promise<void> {
  await holder.end(release(holder.data));
}

/**
 * Commits a publish: writes the change feeds and `layout`, then `head`.
 * @param items changed items; null: readers read everything
 */
export async function commitHead(
  holder: HeadHolder,
  at: string,
  items: readonly ItemRef[] | null,
): Promise<void> {
  const { service, data: head } = holder;
  const { generation } = head.publish;
  for (let index = 0; index < CHANGE_FEEDS; index += 1) {
    await moveForward(service, changesName(index), (data) =>
      nextFeed(parseChangeFeed(data), generation, items),
    );
  }
  await moveForward(service, LAYOUT, (data) => nextLayout(parseLayout(data), head));
  await holder.end(commit(holder.data, at));
}

async function moveForward(
  service: SyncService,
  name: string,
  next: (data: unknown) => object | null,
): Promise<void> {
  for (;;) {
    const document = await service.documents(name).fetch();
    const data = next(document.data);
    if (data === null || (await updateIfMatch(service, name, data, document.revision)) !== null) return;
  }
}
