import { Box } from "@twilio-paste/core/box";
import { formatWeekday } from "@schedule-manager/shared/i18n/format-date";
import { formatNumber } from "@schedule-manager/shared/i18n/format-number";
import { type MonthDay, NTHS } from "@schedule-manager/shared/editing/rule-form/form";
import { ChoiceField } from "../../ui/fields/choice-field";
import { SelectField } from "../../ui/fields/select-field";
import { weekdaysFrom } from "../../i18n/week-start";
import { useServices } from "../../services/services";
import type { PartProps } from "./part";

const DAYS = [...Array.from({ length: 31 }, (_, index) => index + 1), -1];
const SURE_DAYS = 28;

/** The day of the month: a date or an nth weekday. */
export function MonthDayFields({ form, edit, wrong }: PartProps) {
  const { t, locale, firstWeekday } = useServices();
  const ways: readonly MonthDay[] =
    form.monthDay === "start" ? ["day", "weekday", "start"] : ["day", "weekday"];
  return (
    <>
      <ChoiceField<MonthDay>
        legend={t("rule.monthDay")}
        value={form.monthDay}
        options={ways.map((way) => ({ value: way, text: t(`rule.monthDay.${way}`) }))}
        onChange={(monthDay) => {
          edit({ monthDay });
        }}
      />
      {form.monthDay === "day" && (
        <Box maxWidth="size20">
          <SelectField
            label={t("rule.day")}
            error={wrong("day")}
            help={form.repeat === "monthly" && form.day > SURE_DAYS ? t("rule.day.short") : undefined}
            value={String(form.day)}
            options={DAYS.map((day) => ({
              value: String(day),
              text: day === -1 ? t("rule.day.last") : formatNumber(locale, day),
            }))}
            onChange={(day) => {
              edit({ day: Number(day) });
            }}
          />
        </Box>
      )}
      {form.monthDay === "weekday" && (
        <Box display="flex" flexWrap="wrap" rowGap="space20" columnGap="space50">
          <Box width="size20">
            <SelectField
              label={t("rule.nth")}
              error={wrong("day")}
              value={String(form.nth)}
              options={NTHS.map((nth) => ({ value: String(nth), text: t(`rule.nth.${nth}`) }))}
              onChange={(nth) => {
                edit({ nth: Number(nth) });
              }}
            />
          </Box>
          <Box width="size20">
            <SelectField
              label={t("rule.weekday")}
              value={String(form.weekday)}
              options={weekdaysFrom(firstWeekday).map((weekday) => ({
                value: String(weekday),
                text: formatWeekday(locale, weekday),
              }))}
              onChange={(weekday) => {
                edit({ weekday: Number(weekday) });
              }}
            />
          </Box>
        </Box>
      )}
    </>
  );
}
