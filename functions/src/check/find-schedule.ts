import type { Found } from "../catalogue/catalogue";
import { Failed } from "../failure";
import type { DegradedReason } from "./answer";
import type { Source } from "./source";

/** The requested schedule, or the reason for a degraded answer, which is not a client error. */
export type FindResult =
  | { readonly type: "found"; readonly found: Found; readonly source: Source; readonly stale: boolean }
  | {
      readonly type: "degraded";
      readonly reason: DegradedReason;
      readonly message: string;
      /** The schedule's id, if it exists. */
      readonly schedule?: string;
    };

/** Shortens a name for a message. */
const brief = (name: string): string => (name.length > 100 ? `${name.slice(0, 100)}…` : name);

export const zoneUnknown = (timeZone: string): string =>
  `The time zone "${timeZone}" is unknown. Choose another.`;

/** Throws `schedule-unknown`. */
export function findSchedule(source: Source | null, name: string): FindResult {
  if (source === null) {
    return {
      type: "degraded",
      reason: "nothing-held",
      message: "Sync is unreachable, and there is no cached catalogue. Check the set-up and Twilio's status.",
    };
  }
  const found = source.catalogue.find(name);
  if (found === null) {
    // The cached catalogue is old: the schedule may be new, so this is not a client error.
    if (source.stale) {
      return {
        type: "degraded",
        reason: "unknown-while-stale",
        message: `Sync is unreachable, and the cached catalogue has no schedule "${brief(name)}".`,
      };
    }
    throw new Failed(
      "schedule-unknown",
      `There is no schedule named "${brief(name)}". Check the spelling; letter case and spaces count.`,
    );
  }
  if ("problem" in found) {
    return {
      type: "degraded",
      reason: "unreadable",
      message: `The stored schedule is invalid (item ${found.id}: ${found.problem}). Publish it again.`,
      schedule: found.id,
    };
  }
  return { type: "found", found, source, stale: source.stale || found.outdated };
}
