import { localTime } from "@schedule-manager/shared/time/local-time";
import { ZONE_DATA_VERSION } from "@schedule-manager/shared/time/zone-data";
import type { CheckDetails } from "@schedule-manager/shared/api/api";
import type { Change, Decision } from "@schedule-manager/shared/model/model";
import { nextChange, nextOpen } from "@schedule-manager/shared/evaluator/next-change";
import { instantOf, wallClockOf } from "@schedule-manager/shared/evaluator/simulate";
import { decidingClose } from "@schedule-manager/shared/evaluator/manual-close";
import { describeSpokenNote } from "@schedule-manager/shared/i18n/describe-spoken-note";
import { describeSpokenStatus } from "@schedule-manager/shared/i18n/describe-spoken-status";
import { announced, upcomingFrom } from "./upcoming";
import type { Found } from "../catalogue/catalogue";
import type { Ask } from "./ask";
import type { Source } from "./source";

/** @param now ms since the epoch */
export function detailsOf(
  found: Found,
  decision: Decision,
  ask: Ask,
  now: number,
  source: Source,
): CheckDetails {
  const { compiled, schedule, rulesById, outdated } = found;
  const { simulate } = ask;
  const t =
    simulate === null
      ? now
      : simulate.type === "instant"
        ? simulate.t
        : (instantOf(compiled, simulate) ?? now);
  const change = nextChange(compiled, t);
  const open = nextOpen(compiled, t);
  const moment = (at: number) => ({ at: new Date(at).toISOString(), local: localTime(compiled.zone, at) });
  const rule = decision.ruleId === null ? undefined : rulesById.get(decision.ruleId);
  const upcoming = upcomingFrom(found, t, ask.locale);
  const note = decidingClose(schedule, decision)?.note ?? null;
  const status = describeSpokenStatus(
    decision,
    spokenChange(decision, change, open),
    schedule.timeZone,
    t,
    ask.locale,
  );
  const isSpoken = note !== null && schedule.manualNoteSpoken === true;
  const spoken = isSpoken ? [describeSpokenNote(note, ask.locale)] : [];
  return {
    schedule: schedule.name,
    scheduleId: schedule.id,
    timeZone: schedule.timeZone,
    localTime: localTime(compiled.zone, t),
    wallClock: wallClockOf(compiled, simulate),
    tzdata: ZONE_DATA_VERSION,
    rule: rule === undefined ? null : { id: rule.id, name: rule.name },
    manualNote: note,
    nextChange:
      change.at === null
        ? null
        : { ...moment(change.at), isOpen: change.to.isOpen, closedReason: change.to.closedReason },
    nextOpen: open.at === null ? null : moment(open.at),
    minutesUntilChange: change.at === null ? null : Math.ceil((change.at - t) / 60_000),
    sentence: [status, ...spoken, ...announced(upcoming, ask.announce)].join(" "),
    upcomingClosures: upcoming.map(({ answer }) => answer),
    catalogue: {
      version: String(source.catalogue.generation),
      ageSeconds: Number.isFinite(source.at) ? Math.max(0, Math.round((now - source.at) / 1000)) : null,
      source: source.from,
    },
    stale: source.stale || outdated,
  };
}

/**
 * The next opening or closing for the spoken sentence. While closed, the next opening, not the next change of
 * reason.
 */
function spokenChange(decision: Decision, change: Change, open: ReturnType<typeof nextOpen>): Change | null {
  if (decision.isOpen) return change;
  return open.at === null ? null : { at: open.at, to: { isOpen: true, closedReason: "", ruleId: null } };
}
