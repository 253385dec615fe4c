/** Estimates Sync's clock without this computer's clock, which can be wrong or change at any time. */
export interface SyncTime {
  /** Takes a past moment of Sync's or the functions' clock. @param at ms since the epoch */
  receive(at: number): void;
  /** ms since the epoch: the latest moment received plus the time since; never later than Sync's clock. */
  now(): number;
}

/** @param monotonic ms, monotonic, from any origin */
export function syncTime(monotonic: () => number): SyncTime {
  let latest = 0;
  let at = monotonic();
  const now = (): number => latest + Math.max(0, monotonic() - at);
  return {
    now,
    receive(moment) {
      if (moment <= now()) return;
      latest = moment;
      at = monotonic();
    },
  };
}
