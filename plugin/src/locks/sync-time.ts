/** What time it is at Sync, without asking this computer's clock: it can be wrong, or set anew at any moment. */
export interface SyncTime {
  /** @param at ms since the epoch: a moment that has come already, by Sync's or the functions' clock */
  hear(at: number): void;
  /** ms since the epoch; never ahead of the latest that was heard and of what has passed since. */
  now(): number;
}

/** @param monotonic ms that only ever grow, from any beginning */
export function syncTime(monotonic: () => number): SyncTime {
  let heard = 0;
  let at = monotonic();
  const now = (): number => heard + Math.max(0, monotonic() - at);
  return {
    now,
    hear(moment) {
      if (moment <= now()) return;
      heard = moment;
      at = monotonic();
    },
  };
}
