import { useMemo } from "react";
import { Box } from "@twilio-paste/core/box";
import { NumberField } from "../../ui/fields/number-field";
import { RulesField } from "../../ui/fields/rules-field";
import { SelectField } from "../../ui/fields/select-field";
import { WeekdaysField } from "../../ui/fields/weekdays-field";
import { useTranslate } from "../../services/services";
import type { DaysPartProps } from "./part";

const WAYS = {
  before: { direction: "before", countsWorkingDays: false },
  after: { direction: "after", countsWorkingDays: false },
  workingBefore: { direction: "before", countsWorkingDays: true },
  workingAfter: { direction: "after", countsWorkingDays: true },
} as const;
type Way = keyof typeof WAYS;
const ORDER: readonly Way[] = ["before", "after", "workingBefore", "workingAfter"];

/** Days before or after the days of other rules. */
export function RelativeFields({ form, edit, wrong, base, rulesById }: DaysPartProps) {
  const t = useTranslate();
  const { direction, countsWorkingDays, distance } = form;
  const way =
    ORDER.find(
      (each) => WAYS[each].direction === direction && WAYS[each].countsWorkingDays === countsWorkingDays,
    ) ?? "before";
  const rules = {
    rulesById,
    choices: useMemo(() => [...rulesById.values()].filter(({ id }) => id !== base.id), [rulesById, base.id]),
  };
  return (
    <>
      <Box display="flex" flexWrap="wrap" columnGap="space50" rowGap="space50">
        <NumberField
          label={t("rule.relative.count")}
          error={wrong("distance")}
          value={distance}
          onChange={(typed) => {
            edit({ distance: typed });
          }}
        />
        <Box width="size40">
          <SelectField<Way>
            label={t("rule.relative.when")}
            value={way}
            options={ORDER.map((value) => ({
              value,
              text: t(`rule.relative.${value}`, { count: Number(distance) || 1 }),
            }))}
            onChange={(chosen) => {
              edit(WAYS[chosen]);
            }}
          />
        </Box>
      </Box>
      <RulesField
        label={t("rule.relative.rules")}
        ids={form.relativeRules}
        error={wrong("relativeRules")}
        {...rules}
        onChange={(relativeRules) => {
          edit({ relativeRules });
        }}
      />
      {countsWorkingDays && (
        <>
          <WeekdaysField
            legend={t("rule.relative.working")}
            weekdays={form.workingWeekdays}
            error={wrong("workingWeekdays")}
            onChange={(workingWeekdays) => {
              edit({ workingWeekdays });
            }}
          />
          <RulesField
            label={t("rule.relative.except")}
            ids={form.workingExcept}
            {...rules}
            onChange={(workingExcept) => {
              edit({ workingExcept });
            }}
          />
        </>
      )}
      <WeekdaysField
        legend={t("rule.relative.onlyOn")}
        weekdays={form.onlyOn}
        help={form.onlyOn === 0 ? t("rule.relative.onlyOn.help") : undefined}
        onChange={(onlyOn) => {
          edit({ onlyOn });
        }}
      />
    </>
  );
}
