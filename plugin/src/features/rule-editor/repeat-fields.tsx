import { Box } from "@twilio-paste/core/box";
import { chooseRepeat } from "@schedule-manager/shared/editing/rule-form/choose-repeat";
import { REPEATS } from "@schedule-manager/shared/editing/rule-form/form";
import { formatMonth } from "@schedule-manager/shared/i18n/format-date";
import { NumberField } from "../../ui/fields/number-field";
import { SelectField } from "../../ui/fields/select-field";
import { WeekdaysField } from "../../ui/fields/weekdays-field";
import { useServices } from "../../services/services";
import { CustomField } from "./custom-field";
import { MonthDayFields } from "./month-day-fields";
import type { DaysPartProps } from "./part";
import { RelativeFields } from "./relative-fields";

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** The frequency, and the days. */
export function RepeatFields(props: DaysPartProps) {
  const { form, edit, wrong, base } = props;
  const { t, locale } = useServices();
  const { repeat } = form;
  const recurs = repeat === "daily" || repeat === "weekly" || repeat === "monthly" || repeat === "yearly";
  return (
    <>
      <Box display="flex" flexWrap="wrap" columnGap="space50" rowGap="space50">
        <Box width="size30">
          <SelectField
            label={t("rule.repeat")}
            error={wrong("repeat")}
            value={repeat}
            options={REPEATS.map((value) => ({ value, text: t(`rule.repeat.${value}`) }))}
            onChange={(chosen) => {
              edit(chooseRepeat(form, chosen, base));
            }}
          />
        </Box>
        {recurs && (
          <NumberField
            label={t("rule.every")}
            error={wrong("interval")}
            value={form.interval}
            unit={t(`rule.every.${repeat}`, { count: Number(form.interval) })}
            onChange={(interval) => {
              edit({ interval });
            }}
          />
        )}
      </Box>
      {repeat === "weekly" && (
        <WeekdaysField
          legend={t("rule.weekdays")}
          weekdays={form.weekdays}
          help={form.weekdays === 0 ? t("rule.weekdays.start") : undefined}
          error={wrong("weekdays")}
          onChange={(weekdays) => {
            edit({ weekdays });
          }}
        />
      )}
      {repeat === "yearly" && form.monthDay !== "start" && (
        <Box maxWidth="size30">
          <SelectField
            label={t("rule.month")}
            value={String(form.month)}
            options={MONTHS.map((month) => ({ value: String(month), text: formatMonth(locale, month - 1) }))}
            onChange={(month) => {
              edit({ month: Number(month) });
            }}
          />
        </Box>
      )}
      {(repeat === "monthly" || repeat === "yearly") && <MonthDayFields {...props} />}
      {repeat === "relative" && <RelativeFields {...props} />}
      {repeat === "custom" && <CustomField {...props} />}
    </>
  );
}
