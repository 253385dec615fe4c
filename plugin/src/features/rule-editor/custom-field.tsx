import { TextArea } from "@twilio-paste/core/textarea";
import { Field } from "../../ui/fields/field";
import { useTranslate } from "../../services/services";
import type { PartProps } from "./part";

/** The recurrence as iCalendar text. */
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
            // A recurrence is one line.
            edit({ rrule: event.currentTarget.value.replace(/[\r\n]+/g, "") });
          }}
        />
      )}
    </Field>
  );
}
