import { Box } from "@twilio-paste/core/box";
import { HelpText } from "@twilio-paste/core/help-text";
import { parseTime } from "@schedule-manager/shared/time/civil";
import { formatMinute } from "@schedule-manager/shared/i18n/format-date";
import { ChoiceField } from "../../ui/fields/choice-field";
import { Section } from "../../ui/fields/section";
import { TextField } from "../../ui/fields/text-field";
import { useServices } from "../../services/services";
import type { PartProps } from "./part";

/** All day, or start and end times. */
export function TimeFields({ form, edit, wrong }: PartProps) {
  const { t, locale } = useServices();
  const start = parseTime(form.startTime);
  const end = parseTime(form.endTime);
  const note =
    start === null || end === null
      ? null
      : end === 0
        ? t("rule.time.midnight")
        : end < start
          ? t("rule.time.overnight", { time: formatMinute(locale, end) })
          : null;
  return (
    <Section title={t("rule.time")}>
      <ChoiceField
        legend={t("rule.time")}
        hideLegend
        value={form.allDay ? "allDay" : "fromTo"}
        options={[
          { value: "allDay", text: t("rule.time.allDay") },
          { value: "fromTo", text: t("rule.time.fromTo") },
        ]}
        onChange={(hours) => {
          edit({ allDay: hours === "allDay" });
        }}
      />
      {!form.allDay && (
        <Box>
          <Box display="flex" flexWrap="wrap" rowGap="space20" columnGap="space50">
            <Box width="size20">
              <TextField
                type="time"
                label={t("rule.time.from")}
                required
                value={form.startTime}
                error={wrong("startTime")}
                onChange={(startTime) => {
                  edit({ startTime });
                }}
              />
            </Box>
            <Box width="size20">
              <TextField
                type="time"
                label={t("rule.time.to")}
                required
                value={form.endTime}
                error={wrong("endTime")}
                onChange={(endTime) => {
                  edit({ endTime });
                }}
              />
            </Box>
          </Box>
          <Box role="status">{note !== null && <HelpText>{note}</HelpText>}</Box>
        </Box>
      )}
    </Section>
  );
}
