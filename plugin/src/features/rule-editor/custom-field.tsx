import { TextArea } from "@twilio-paste/core/textarea";
import { readPasted } from "@schedule-manager/shared/recurrence/pasted";
import { Field } from "../../ui/fields/field";
import { useTranslate } from "../../services/services";
import type { PartProps } from "./part";

const together = (some: readonly string[], more: readonly string[]): readonly string[] =>
  [...new Set([...some, ...more])].sort();

/** The recurrence as iCalendar text. Calendar lines pasted with it move to the fields that show them. */
export function CustomField({ form, edit, wrong }: PartProps) {
  const t = useTranslate();
  return (
    <Field label={t("rule.rrule")} help={t("rule.rrule.help")} error={wrong("rrule")} required>
      {(attributes) => (
        <TextArea
          {...attributes}
          value={form.rrule}
          spellCheck={false}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            const pasted = readPasted(typed);
            // A recurrence is one line.
            if (pasted === null) edit({ rrule: typed.replace(/[\r\n]+/g, "") });
            else
              edit({
                rrule: pasted.rrule,
                startDate: pasted.startDate ?? form.startDate,
                dates: together(form.dates, pasted.dates),
                exceptDates: together(form.exceptDates, pasted.exceptDates),
              });
          }}
        />
      )}
    </Field>
  );
}
