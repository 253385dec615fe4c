import { useCallback, useMemo } from "react";
import { Box } from "@twilio-paste/core/box";
import { Separator } from "@twilio-paste/core/separator";
import { Text } from "@twilio-paste/core/text";
import { DAY_MS, MINUTE_MS } from "@schedule-manager/shared/time/civil";
import { compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { decidingClose, withManualClose } from "@schedule-manager/shared/evaluator/manual-close";
import { evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { nextOpenChange } from "@schedule-manager/shared/evaluator/next-change";
import { describeStatusAndNext } from "@schedule-manager/shared/i18n/describe-status";
import { Section } from "../../ui/fields/section";
import { FieldsDisabled } from "../../ui/fields/context";
import { useServices } from "../../services/services";
import { AskForm } from "./ask-form";
import { WeekPreview } from "./week-preview";

interface Props {
  readonly schedule: Schedule;
  /** All rules, with drafts. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** ms since the epoch. */
  readonly now: number;
  readonly onEditRule?: ((id: string) => void) | undefined;
}

/** Previews a schedule with its draft: now, over a week, and at any time. */
export function PreviewPanel({ schedule, rules, now, onEditRule }: Props) {
  const { t, locale } = useServices();
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
  const local = now + (compiled.zone?.span(now).offset ?? 0);
  const today = Math.floor(local / DAY_MS);
  const minute = Math.floor((local - today * DAY_MS) / MINUTE_MS);
  const ruleName = useCallback(
    (id: string): string => rules.get(id)?.name || t("schedule.rule.unnamed"),
    [rules, t],
  );
  const decision = evaluate(compiled, now);
  const status = describeStatusAndNext(
    decision,
    nextOpenChange(compiled, now),
    schedule.timeZone,
    now,
    locale,
    decidingClose(schedule, decision),
  );
  return (
    // The preview stays usable while somebody else edits the schedule.
    <FieldsDisabled value={false}>
      <Box display="flex" flexDirection="column" rowGap="space60">
        <Section title={t("preview.title")}>
          <Box>
            <Text as="p" fontWeight="fontWeightSemibold">
              {t("preview.now", { status })}
            </Text>
            <Text as="p" color="colorTextWeak" fontSize="fontSize20">
              {t("preview.about")}
            </Text>
          </Box>
          <WeekPreview
            schedule={compiled}
            byRules={byRules}
            now={now}
            ruleName={ruleName}
            today={today}
            minute={minute}
            onEditRule={onEditRule}
          />
        </Section>
        <Separator orientation="horizontal" />
        <AskForm schedule={compiled} ruleName={ruleName} today={today} minute={minute} />
      </Box>
    </FieldsDisabled>
  );
}
