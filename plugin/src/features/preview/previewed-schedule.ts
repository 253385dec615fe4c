import { useCallback, useMemo } from "react";
import { DAY_MS, MINUTE_MS } from "@schedule-manager/shared/time/civil";
import { type CompiledSchedule, compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { withManualClose } from "@schedule-manager/shared/evaluator/manual-close";
import { type DaySummary, summarizeDays } from "@schedule-manager/shared/editing/preview/day-summary";
import { type PreviewDay, previewDays } from "@schedule-manager/shared/editing/preview/week";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { useTranslate } from "../../services/services";

/** A schedule as the calendar shows it. */
export interface PreviewedSchedule {
  readonly compiled: CompiledSchedule;
  /** The current civil day and minute of day in the schedule's zone. */
  readonly today: number;
  readonly minute: number;
  readonly ruleName: (id: string) => string;
  /** Days from a civil day on, in segments; until now without the manual close. */
  readonly daysFrom: (first: number, many: number) => readonly PreviewDay[];
  readonly summaryOf: (day: number) => DaySummary;
}

/**
 * Compiles a schedule for the calendar, anew when its rules change.
 * @param rules all rules, with drafts
 * @param now ms since the epoch
 */
export function usePreviewedSchedule(
  schedule: Schedule,
  rules: ReadonlyMap<string, Rule>,
  now: number,
): PreviewedSchedule {
  const t = useTranslate();
  const { timeZone, rules: ids, manualClose, manualCloseUntil } = schedule;
  const compiled = useMemo(
    () => compileSchedule(schedule, rules),
    // Without the name, which changes with each key and does not affect the preview.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [timeZone, ids, manualClose, manualCloseUntil, rules],
  );
  const byRules = useMemo(
    () => (manualClose ? compileSchedule(withManualClose(compiled.schedule, null), rules) : null),
    [compiled, manualClose, rules],
  );
  // The time matters only to a manual close.
  const since = byRules === null ? 0 : Math.floor(now / MINUTE_MS) * MINUTE_MS;
  const daysFrom = useCallback(
    (first: number, many: number) =>
      previewDays(compiled, first, many, byRules === null ? null : { schedule: byRules, until: since }),
    [compiled, byRules, since],
  );
  const summaryOf = useMemo(() => summarizeDays(compiled, rules, since), [compiled, rules, since]);
  const ruleName = useCallback(
    (id: string): string => rules.get(id)?.name || t("schedule.rule.unnamed"),
    [rules, t],
  );
  const local = now + (compiled.zone?.span(now).offset ?? 0);
  const today = Math.floor(local / DAY_MS);
  const minute = Math.floor((local - today * DAY_MS) / MINUTE_MS);
  return useMemo(
    () => ({ compiled, today, minute, ruleName, daysFrom, summaryOf }),
    [compiled, today, minute, ruleName, daysFrom, summaryOf],
  );
}
