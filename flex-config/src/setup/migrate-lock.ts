/** Permanently blocks the previous version's Document `lock`, so that its functions can no longer publish. Pure. */
import { DEPLOY } from "@schedule-manager/shared/sync/actors";
import { acquire } from "@schedule-manager/shared/sync/publish-protocol";
import {
  type CatalogueHead,
  type FinishedPublish,
  MAX_ITEM_BYTES,
} from "@schedule-manager/shared/sync/layout";

/** Id of the entry that fills the Document. */
const HELD = "moved-to-head";
/** Free bytes left: fewer than any lease needs. */
const LEFT = 32;

export const isHeld = ({ recent }: CatalogueHead): boolean => recent.some(({ id }) => id === HELD);

/** The content before the block. */
export const withoutHold = (lock: CatalogueHead): CatalogueHead => ({
  ...lock,
  recent: lock.recent.filter(({ id }) => id !== HELD),
});

/**
 * Fills the Document so that Sync refuses it with any lease added. Functions and browsers of the previous
 * version can still read it, and continue to answer checks.
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

/** The smallest write with which a function of the previous version would start to publish. */
export const leastLease = (lock: CatalogueHead, since: string): CatalogueHead =>
  acquire(lock, { id: "probe-it", by: { identity: "" }, since });
