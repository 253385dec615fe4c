import { Box } from "@twilio-paste/core/box";
import type { Ends } from "@schedule-manager/shared/rule-form/form";
import { Columns } from "../../fields/columns";
import { DatesField } from "../../fields/dates-field";
import { NumberField } from "../../fields/number-field";
import { SelectField } from "../../fields/select-field";
import { TextField } from "../../fields/text-field";
import { useSay } from "../../services";
import type { PartProps } from "./part";

/** From when until when, and the days that are added or left out. */
export function BoundsFields({ form, edit, wrong }: PartProps) {
  const say = useSay();
  const { repeat } = form;
  if (repeat === "dates") {
    return (
      <DatesField
        label={say("rule.dates")}
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
            label={say("rule.date")}
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
  // A number of times is part of a recurrence as it is written.
  const ways: readonly Ends[] = repeat === "custom" ? ["never", "on"] : ["never", "on", "after"];
  const counts = form.ends === "after" || (repeat !== "custom" && form.interval !== "1");
  return (
    <>
      <Columns>
        <TextField
          type="date"
          label={say("rule.start")}
          help={say(counts ? "rule.start.counts" : "rule.start.help")}
          required={counts}
          value={form.startDate}
          error={wrong("startDate")}
          onChange={(startDate) => {
            edit({ startDate });
          }}
        />

        <SelectField
          label={say("rule.ends")}
          value={form.ends}
          options={ways.map((value) => ({ value, text: say(`rule.ends.${value}`) }))}
          onChange={(ends) => {
            edit({ ends });
          }}
        />

        {form.ends === "on" && (
          <TextField
            type="date"
            label={say("rule.end")}
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
            label={say("rule.count")}
            required
            unit={say("rule.count.unit", { count: Number(form.count) })}
            value={form.count}
            error={wrong("count")}
            onChange={(count) => {
              edit({ count });
            }}
          />
        )}
      </Columns>
      <Columns>
        <MoreDates form={form} edit={edit} wrong={wrong} />
        <DatesField
          label={say("rule.exceptDates")}
          help={say("rule.exceptDates.help")}
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
  const say = useSay();
  return (
    <DatesField
      label={say("rule.dates.also")}
      help={say("rule.dates.also.help")}
      dates={form.dates}
      error={wrong("dates")}
      onChange={(dates) => {
        edit({ dates });
      }}
    />
  );
}
