import { CatalogueCache } from "../catalogue/catalogue-cache";
import { endpoint } from "../endpoint/endpoint";
import type { Call } from "../endpoint/endpoint";
import type { Reply } from "../http/reply";
import type { Handler } from "../runtime/twilio-runtime";
import { STALE, decided, mistaken, degraded } from "./answer";
import { askFrom, decide, isUndecided } from "./ask";
import type { Ask } from "./ask";
import { findSchedule, zoneUnknown } from "./find-schedule";
import { sourceFrom } from "./source";
import type { Source } from "./source";

/** Creates the check handler with its own catalogue cache. */
export function checkHandler(cache = new CatalogueCache()): Handler {
  return endpoint({
    name: "check-schedule",
    async answer(call) {
      // Imported on demand, to keep it out of the cold start.
      if (call.settings.signedOnly) (await import("../auth/twilio-signature")).mustBeSigned(call);
      const ask = askFrom(call.request);
      return answerFrom(await sourceFrom(cache, call.settings), ask, call);
    },
    failed: (failure, { settings }) =>
      failure.status < 500 ? mistaken(failure) : degraded(settings.failClosed, failure.code, failure.message),
  });
}

async function answerFrom(source: Source | null, ask: Ask, { settings }: Call): Promise<Reply> {
  const result = findSchedule(source, ask.name);
  if (result.type === "degraded") {
    const { reason, message, schedule } = result;
    const reply = degraded(settings.failClosed, reason, message);
    return schedule === undefined ? reply : { ...reply, log: { ...reply.log, schedule } };
  }
  const { found, stale } = result;
  const now = Date.now();
  const decision = decide(found, ask.simulate, now);
  if (isUndecided(decision)) {
    const { name, timeZone } = found.schedule;
    const reply = degraded(settings.failClosed, "zone-unknown", zoneUnknown(timeZone));
    return { ...reply, log: { ...reply.log, schedule: name } };
  }
  const { isOpen, closedReason } = decision;
  return {
    status: 200,
    // Imported on demand, because messages in eight languages would slow down a cold start.
    body: ask.details
      ? {
          ...decided(decision),
          ...(await import("./details")).detailsOf(found, decision, ask, now, result.source),
        }
      : decided(decision),
    ...(stale ? { headers: STALE } : {}),
    // Logs only names of existing schedules: a flow may send anything, such as a caller's number.
    log: {
      schedule: found.schedule.name,
      isOpen,
      closedReason,
      stale,
      version: result.source.catalogue.generation,
    },
  };
}
