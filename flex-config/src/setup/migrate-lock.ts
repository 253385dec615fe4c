/** Holds the Document `lock` of the version before for good, so that its functions publish no more. Pure. */
import { DEPLOY } from "@schedule-manager/shared/sync/actors";
import { acquire } from "@schedule-manager/shared/sync/publish-protocol";
import {
  type CatalogueHead,
  type FinishedPublish,
  MAX_ITEM_BYTES,
} from "@schedule-manager/shared/sync/layout";

/** The entry that fills the Document up. */
const HELD = "moved-to-head";
/** Bytes that are left: less than any lease takes. */
const LEFT = 32;

export const isHeld = ({ recent }: CatalogueHead): boolean => recent.some(({ id }) => id === HELD);

/** What was in it before it was held. */
export const withoutHold = (lock: CatalogueHead): CatalogueHead => ({
  ...lock,
  recent: lock.recent.filter(({ id }) => id !== HELD),
});

/**
 * The Document, so full that Sync refuses it with any lease in it. Functions and browsers of the version before go on
 * reading what it says, and answer checks as they did.
 */
export function heldLock(lock: CatalogueHead, at: string): CatalogueHead {
  const filled = (length: number): CatalogueHead => {
    const filler: FinishedPublish = {
      id: HELD,
      generation: lock.generation,
      by: DEPLOY,
      at,
      skipped: [`s:${"x".repeat(length)}`],
    };
    return { ...lock, publish: null, recent: [...lock.recent, filler] };
  };
  const taken = Buffer.byteLength(JSON.stringify(filled(0)));
  return filled(Math.max(0, MAX_ITEM_BYTES - LEFT - taken));
}

/** The least that a function of the version before would write to publish. */
export const leastLease = (lock: CatalogueHead, since: string): CatalogueHead =>
  acquire(lock, { id: "probe-it", by: { identity: "" }, since });
