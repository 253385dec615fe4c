/** Is this schedule open? What Studio asks on every call. */
import { askFrom, decide, isUndecided } from "../check/ask";
import { decided, mistaken, troubled } from "../check/answer";
import { CatalogueHolder } from "../catalogue/holder";
import { SNAPSHOT_ASSET, parseSnapshot } from "../catalogue/snapshot";
import type { PackedCatalogue } from "../catalogue/snapshot";
import { endpoint } from "../endpoint";
import type { Call } from "../endpoint";
import { Failed } from "../failure";
import type { Reply } from "../http/reply";
import { openAsset } from "../runtime/twilio-runtime";
import { httpsCallers } from "../sync/callers";

/** Lives as long as the function's instance. */
const holder = new CatalogueHolder();
let packed: PackedCatalogue | null | undefined;

const snapshot = (): PackedCatalogue | null => (packed ??= parseSnapshot(openAsset(SNAPSHOT_ASSET)));

async function answer(call: Call): Promise<Reply> {
  const { request, settings } = call;
  const ask = askFrom(request);
  const log = { schedule: ask.name };
  const held = await holder.current(settings, httpsCallers(settings));
  const catalogue = held?.catalogue ?? snapshot()?.catalogue ?? null;
  const failClosed = settings.failClosed;
  if (catalogue === null) {
    return {
      ...troubled(
        failClosed,
        "Sync can't be read and nothing is held. Check Twilio's status and the set-up.",
      ),
      log,
    };
  }
  const stale = held === null || held.stale;
  const found = catalogue.find(ask.name);
  if (found === null) {
    // What is held is old: the schedule may be new, and that is no mistake of the caller's.
    if (stale)
      return { ...troubled(failClosed, `Sync can't be read, and what is held has no "${ask.name}".`), log };
    throw new Failed(
      "schedule-unknown",
      `There is no schedule named "${ask.name}". Check its spelling in the Schedule Manager.`,
    );
  }
  if ("problem" in found) {
    return {
      ...troubled(
        failClosed,
        `The schedule can't be read: ${found.problem} (item ${found.id}). Publish it again.`,
      ),
      log,
    };
  }
  const decision = decide(found, ask.simulate, Date.now());
  if (isUndecided(decision)) {
    return {
      ...troubled(
        failClosed,
        `The schedule's time zone "${found.schedule.timeZone}" is unknown. Correct it.`,
      ),
      log,
    };
  }
  const old = stale || found.outdated;
  return {
    status: 200,
    body: decided(decision),
    ...(old ? { headers: { "X-Schedule-Stale": "true" } } : {}),
    log: { ...log, isOpen: decision.isOpen, closedReason: decision.closedReason, stale: old },
  };
}

export const handler = endpoint({
  name: "check-schedule",
  answer,
  failed: (failure, { settings }) =>
    failure.status < 500 ? mistaken(failure) : troubled(settings.failClosed, failure.message),
});
