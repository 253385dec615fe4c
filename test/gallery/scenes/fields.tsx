import { useState } from "react";
import { CheckField } from "../../../plugin/src/ui/fields/check-field";
import { ChoiceField } from "../../../plugin/src/ui/fields/choice-field";
import { Combobox } from "../../../plugin/src/ui/fields/combobox";
import { FieldsDisabled } from "../../../plugin/src/ui/fields/context";
import { DatesField } from "../../../plugin/src/ui/fields/dates-field";
import { NumberField } from "../../../plugin/src/ui/fields/number-field";
import { SchedulesField } from "../../../plugin/src/ui/fields/schedules-field";
import { SelectField } from "../../../plugin/src/ui/fields/select-field";
import { TextField } from "../../../plugin/src/ui/fields/text-field";
import { TimeRangeFields } from "../../../plugin/src/ui/fields/time-range-fields";
import { WeekdaysField } from "../../../plugin/src/ui/fields/weekdays-field";
import { ZoneField } from "../../../plugin/src/ui/fields/zone-field";
import { NOW, SALES, SUPPORT } from "../../dom/features/items";
import { LONG, nothing } from "./catalogue";
import type { Scene } from "./scene";

const fieldsScene = (name: string, text: string, error: string | undefined, disabled: boolean): Scene => ({
  name: `fields: ${name}`,
  Component: function Scene() {
    const [value, setValue] = useState(text);
    const [weekdays, setWeekdays] = useState(31);
    const [dates, setDates] = useState<readonly string[]>(text === "" ? [] : ["2026-12-24"]);
    const field = { label: text === "" ? "Label" : text, value, onChange: setValue, help: "Help", error };
    const options = ["one", "two", text].map((one) => ({ value: one, text: one }));
    return (
      <FieldsDisabled value={disabled}>
        <TextField {...field} />
        <NumberField {...field} unit="minutes" />
        <SelectField {...field} options={options} />
        <Combobox {...field} options={options} />
        <ChoiceField legend="Choice" value={value} options={options} onChange={setValue} error={error} />
        <WeekdaysField legend="Weekdays" weekdays={weekdays} onChange={setWeekdays} error={error} />
        <DatesField label="Dates" dates={dates} onChange={setDates} error={error} />
        <CheckField label={field.label} help="Help" checked={weekdays > 0} onChange={nothing} />
        <ZoneField value={SALES.timeZone} onChange={nothing} now={NOW} inUse={["UTC"]} error={error} />
        <SchedulesField
          label="Schedules"
          schedules={[SUPPORT, SALES]}
          chosen={[SALES.id]}
          onChange={nothing}
          error={error}
        />
        <TimeRangeFields
          labels={{ from: "From", to: "To", remove: "Remove" }}
          range={{ start: 540, end: 1020 }}
          autoFocus={false}
          onChange={nothing}
          onRemove={nothing}
        />
      </FieldsDisabled>
    );
  },
});

export const FIELDS: readonly Scene[] = [
  fieldsScene("empty", "", undefined, false),
  fieldsScene("with errors", "2026", "Enter a duration.", false),
  fieldsScene("read-only", "2026", undefined, true),
  fieldsScene("long texts", LONG, LONG, false),
];
