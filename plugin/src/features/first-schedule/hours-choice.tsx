import { useState } from "react";
import { keysOf } from "@schedule-manager/shared/collections/keys";
import {
  HOURS_TEMPLATES,
  type HoursTemplate,
} from "@schedule-manager/shared/editing/weekly-hours/hours-templates";
import type { WeeklyHours } from "@schedule-manager/shared/editing/weekly-hours/hours";
import { rulesOfHours } from "@schedule-manager/shared/editing/weekly-hours/write-weekly-hours";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { formatNames } from "../../i18n/format-names";
import { weeklyRuleName } from "../../i18n/weekly-rule-name";
import { useServices } from "../../services/services";
import { SelectField } from "../../ui/fields/select-field";

interface Props {
  readonly hours: WeeklyHours;
  readonly onChange: (hours: WeeklyHours) => void;
}

const TEMPLATES = keysOf(HOURS_TEMPLATES);
const OWN = "own";

/** Chooses common weekly hours, by their days and times. */
export function HoursChoice({ hours, onChange }: Props) {
  const { t, locale } = useServices();
  const chosen = TEMPLATES.find((template) => sameValue(HOURS_TEMPLATES[template], hours)) ?? OWN;
  // Edited hours can be chosen again after a template.
  const [edited, setEdited] = useState<WeeklyHours | null>(null);
  if (chosen === OWN && edited !== hours) setEdited(hours);
  const textOf = (template: HoursTemplate): string =>
    template === "always" || template === "none"
      ? t(`first.hours.${template}`)
      : formatNames(
          locale,
          rulesOfHours(HOURS_TEMPLATES[template]).map((rule) => weeklyRuleName(locale, rule)),
          t,
        );
  const options: readonly { readonly value: HoursTemplate | typeof OWN; readonly text: string }[] =
    TEMPLATES.map((value) => ({ value, text: textOf(value) }));
  return (
    <SelectField
      label={t("week.title")}
      value={chosen}
      options={edited === null ? options : [...options, { value: OWN, text: t("first.hours.own") }]}
      onChange={(template) => {
        onChange(template === OWN ? (edited ?? hours) : HOURS_TEMPLATES[template]);
      }}
    />
  );
}
