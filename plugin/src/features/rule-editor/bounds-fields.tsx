import { Box } from "@twilio-paste/core/box";
import type { Ends } from "@schedule-manager/shared/editing/rule-form/form";
import { Columns } from "../../ui/fields/columns";
import { DatesField } from "../../ui/fields/dates-field";
import { NumberField } from "../../ui/fields/number-field";
import { SelectField } from "../../ui/fields/select-field";
import { TextField } from "../../ui/fields/text-field";
import { useTranslate } from "../../services/services";
import type { PartProps } from "./part";

/** The first and last day, and added and excluded dates. */
export function BoundsFields({ form, edit, wrong }: PartProps) {
  const t = useTranslate();
  const { repeat } = form;
  if (repeat === "dates") {
    return (
      <DatesField
        label={t("rule.dates")}
        required
        dates={form.dates}
        error={wrong("dates")}
        onChange={(dates) => {
          edit({ dates });
        }}
      />
    );
  }
  if (repeat === "once") {
    return (
      <>
        <Box maxWidth="size30">
          <TextField
            type="date"
            label={t("rule.date")}
            required
            value={form.startDate}
            error={wrong("startDate")}
            onChange={(startDate) => {
              edit({ startDate });
            }}
          />
        </Box>
        <MoreDates form={form} edit={edit} wrong={wrong} />
      </>
    );
  }
  // A custom recurrence contains its own count.
  const ways: readonly Ends[] =
    repeat === "custom" || repeat === "relative" ? ["never", "on"] : ["never", "on", "after"];
  const counts =
    repeat !== "relative" && (form.ends === "after" || (repeat !== "custom" && form.interval !== "1"));
  return (
    <>
      <Columns>
        <TextField
          type="date"
          label={t("rule.start")}
          help={t(counts ? "rule.start.counts" : "rule.start.help")}
          required={counts}
          value={form.startDate}
          error={wrong("startDate")}
          onChange={(startDate) => {
            edit({ startDate });
          }}
        />

        <SelectField
          label={t("rule.ends")}
          value={form.ends}
          options={ways.map((value) => ({ value, text: t(`rule.ends.${value}`) }))}
          onChange={(ends) => {
            edit({ ends });
          }}
        />

        {form.ends === "on" && (
          <TextField
            type="date"
            label={t("rule.end")}
            required
            value={form.endDate}
            error={wrong("endDate")}
            onChange={(endDate) => {
              edit({ endDate });
            }}
          />
        )}
        {form.ends === "after" && (
          <NumberField
            label={t("rule.count")}
            required
            unit={t("rule.count.unit", { count: Number(form.count) })}
            value={form.count}
            error={wrong("count")}
            onChange={(count) => {
              edit({ count });
            }}
          />
        )}
      </Columns>
      <Columns fieldWidth="13rem">
        {repeat !== "relative" && <MoreDates form={form} edit={edit} wrong={wrong} />}
        <DatesField
          label={t("rule.exceptDates")}
          help={t("rule.exceptDates.help")}
          dates={form.exceptDates}
          error={wrong("exceptDates")}
          onChange={(exceptDates) => {
            edit({ exceptDates });
          }}
        />
      </Columns>
    </>
  );
}

function MoreDates({ form, edit, wrong }: PartProps) {
  const t = useTranslate();
  return (
    <DatesField
      label={t("rule.dates.also")}
      help={t("rule.dates.also.help")}
      dates={form.dates}
      error={wrong("dates")}
      onChange={(dates) => {
        edit({ dates });
      }}
    />
  );
}
