import { CatalogueCache } from "../catalogue/catalogue-cache";
import { endpoint } from "../endpoint/endpoint";
import type { Call } from "../endpoint/endpoint";
import { Failed } from "../failure";
import type { Reply } from "../http/reply";
import type { Handler } from "../runtime/twilio-runtime";
import { STALE, decided, mistaken, degraded } from "./answer";
import type { DegradedReason } from "./answer";
import { askFrom, decide, isUndecided } from "./ask";
import type { Ask } from "./ask";
import { sourceFrom } from "./source";
import type { Source } from "./source";

/** Creates the check handler with its own catalogue cache. */
export function checkHandler(holder = new CatalogueCache()): Handler {
  return endpoint({
    name: "check-schedule",
    async answer(call) {
      // Imported on demand, to keep it out of the cold start.
      if (call.settings.signedOnly) (await import("../auth/twilio-signature")).mustBeSigned(call);
      const ask = askFrom(call.request);
      return answerFrom(await sourceFrom(holder, call.settings), ask, call);
    },
    failed: (failure, { settings }) =>
      failure.status < 500 ? mistaken(failure) : degraded(settings.failClosed, failure.code, failure.message),
  });
}

/** Shortens a name for a message. */
const brief = (name: string): string => (name.length > 100 ? `${name.slice(0, 100)}…` : name);

async function answerFrom(source: Source | null, ask: Ask, { settings }: Call): Promise<Reply> {
  const degrade = (reason: DegradedReason, error: string) => degraded(settings.failClosed, reason, error);
  if (source === null) {
    return degrade(
      "nothing-held",
      "Sync is unreachable, and there is no cached catalogue. Check the set-up and Twilio's status.",
    );
  }
  const found = source.catalogue.find(ask.name);
  if (found === null) {
    // The cached catalogue is old: the schedule may be new, so this is not a client error.
    if (source.stale)
      return degrade(
        "unknown-while-stale",
        `Sync is unreachable, and the cached catalogue has no schedule "${brief(ask.name)}".`,
      );
    throw new Failed(
      "schedule-unknown",
      `There is no schedule named "${brief(ask.name)}". Check the spelling; letter case and spaces count.`,
    );
  }
  if ("problem" in found) {
    const reply = degrade(
      "unreadable",
      `The stored schedule is invalid (item ${found.id}: ${found.problem}). Publish it again.`,
    );
    return { ...reply, log: { ...reply.log, schedule: found.id } };
  }
  const now = Date.now();
  const decision = decide(found, ask.simulate, now);
  if (isUndecided(decision)) {
    const reply = degrade(
      "zone-unknown",
      `The time zone "${found.schedule.timeZone}" is unknown. Choose another.`,
    );
    return { ...reply, log: { ...reply.log, schedule: found.schedule.name } };
  }
  const stale = source.stale || found.outdated;
  const { isOpen, closedReason } = decision;
  return {
    status: 200,
    // Imported on demand, because messages in eight languages would slow down a cold start.
    body: ask.details
      ? { ...decided(decision), ...(await import("./details")).detailsOf(found, decision, ask, now, source) }
      : decided(decision),
    ...(stale ? { headers: STALE } : {}),
    // Logs only names of existing schedules: a flow may send anything, such as a caller's number.
    log: { schedule: found.schedule.name, isOpen, closedReason, stale, version: source.catalogue.generation },
  };
}
