import type { HoursAnswer } from "@schedule-manager/shared/api/api";
import type { ErrorCode } from "@schedule-manager/shared/api/error-codes";
import { timeline } from "@schedule-manager/shared/evaluator/timeline";
import { localTime } from "@schedule-manager/shared/time/local-time";
import { CatalogueCache } from "../catalogue/catalogue-cache";
import { STALE } from "../check/answer";
import type { DegradedReason } from "../check/answer";
import { findSchedule, zoneUnknown } from "../check/find-schedule";
import { sourceFrom } from "../check/source";
import { endpoint } from "../endpoint/endpoint";
import type { Call } from "../endpoint/endpoint";
import { Failed } from "../failure";
import { cachedReply } from "../http/cached-reply";
import type { Reply } from "../http/reply";
import type { Handler } from "../runtime/twilio-runtime";
import { hoursAskFrom, rangeFrom } from "./hours-ask";

/** Bounds the size of an answer: 10,000 events of a calendar take about 2 MB. */
const MAX_OPENINGS = 10_000;
/** Cache lifetime in seconds. */
const MAX_AGE = 300;

/** `sync-unreachable` ends by itself; `schedule-unreadable` requires a publish. */
const codeOf = (reason: DegradedReason): ErrorCode =>
  reason === "unreadable" ? "schedule-unreadable" : "sync-unreachable";

/** Creates the handler that answers openings as JSON or as a calendar, with its own catalogue cache. */
export function hoursHandler(cache = new CatalogueCache()): Handler {
  return endpoint({
    name: "hours",
    async answer(call) {
      // Imported on demand, to keep it out of the cold start.
      if (call.settings.signedOnly) (await import("../auth/twilio-signature")).mustBeSigned(call);
      const ask = hoursAskFrom(call.request);
      const result = findSchedule(await sourceFrom(cache, call.settings), ask.name);
      if (result.type === "degraded") throw new Failed(codeOf(result.reason), result.message);
      const { found, stale, source } = result;
      const { schedule, compiled, rulesById } = found;
      if (compiled.zone === null) throw new Failed("schedule-unreadable", zoneUnknown(schedule.timeZone));

      const [from, to] = rangeFrom(ask, compiled, call.now);
      const openings = timeline(compiled, from, to).filter(({ isOpen }) => isOpen);
      if (openings.length > MAX_OPENINGS) {
        throw new Failed(
          "request-invalid",
          `This range has more than ${MAX_OPENINGS} openings. Choose a shorter range.`,
        );
      }
      const local = (t: number) => localTime(compiled.zone, t);
      const answer: HoursAnswer = {
        schedule: schedule.name,
        scheduleId: schedule.id,
        timeZone: schedule.timeZone,
        from: local(from),
        to: local(to),
        openings: openings.map((opening) => ({ from: local(opening.from), to: local(opening.to) })),
        stale,
      };
      const reply = cachedReply(call.request, {
        // A calendar contains the time of writing, which must not change the ETag.
        identity: { ...answer, format: ask.format },
        body: async () =>
          ask.format === "json"
            ? answer
            : (await import("./calendar")).calendarOf(schedule, rulesById, { from, to, now: call.now }),
        cacheControl: cacheControl(stale, call),
      });
      const log = {
        schedule: schedule.name,
        format: ask.format,
        openings: openings.length,
        stale,
        version: source.catalogue.generation,
      };
      return withHeaders(await reply, { ...calendarType(ask.format), ...(stale ? STALE : {}) }, log);
    },
  });
}

/** Stale answers are revalidated each time; shared caches must not keep answers to signed requests. */
const cacheControl = (stale: boolean, { settings }: Call): string =>
  stale ? "no-cache" : `${settings.signedOnly ? "private" : "public"}, max-age=${MAX_AGE}`;

const calendarType = (format: "json" | "ics"): Record<string, string> =>
  format === "ics" ? { "Content-Type": "text/calendar; charset=utf-8" } : {};

const withHeaders = (
  reply: Reply,
  headers: Record<string, string>,
  log: NonNullable<Reply["log"]>,
): Reply => ({
  ...reply,
  headers: { ...headers, ...reply.headers },
  log,
});
