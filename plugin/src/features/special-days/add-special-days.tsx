import { useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Heading } from "@twilio-paste/core/heading";
import { useUID } from "@twilio-paste/core/uid-library";
import {
  isValid,
  newSpecialDayForm,
  type SpecialDayForm,
  specialDayFormProblems,
} from "@schedule-manager/shared/editing/special-days/special-day-form";
import { MAX_LISTED_DAYS } from "@schedule-manager/shared/editing/special-days/special-day-rules";
import type { Schedule } from "@schedule-manager/shared/model/model";
import type { TextProblem } from "@schedule-manager/shared/model/text-problem";
import { describeTextProblem } from "../../i18n/describe-text-problem";
import { Alert } from "../../ui/fields/alert";
import { ChoiceField } from "../../ui/fields/choice-field";
import { Columns } from "../../ui/fields/columns";
import { Combobox } from "../../ui/fields/combobox";
import { SchedulesField } from "../../ui/fields/schedules-field";
import { TextField } from "../../ui/fields/text-field";
import { useServices } from "../../services/services";
import { DateSpansField } from "./date-spans-field";
import { OpeningRangesField } from "./opening-ranges-field";

interface Props {
  /** The schedule that is chosen first. */
  readonly scheduleId: string;
  readonly schedules: readonly Schedule[];
  /** The ids of schedules that are not offered. */
  readonly locked: readonly string[];
  /** Reasons used by other rules. */
  readonly reasons: readonly string[];
  readonly onAdd: (form: SpecialDayForm, scheduleIds: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** The form for special hours or a closure. Problems show once somebody tries to add. */
export function AddSpecialDays({ scheduleId, schedules, locked, reasons, onAdd, onCancel }: Props) {
  const { t } = useServices();
  const title = useUID();
  const [form, setForm] = useState(newSpecialDayForm);
  const [chosen, setChosen] = useState<readonly string[]>([scheduleId]);
  const [isTried, setTried] = useState(false);
  const problems = specialDayFormProblems(form);
  const edit = (part: Partial<SpecialDayForm>): void => {
    setForm({ ...form, ...part });
  };
  const wrong = (problem: TextProblem | null): string | undefined => describeTextProblem(t, problem);
  return (
    <Box
      role="group"
      aria-labelledby={title}
      padding="space50"
      borderRadius="borderRadius20"
      backgroundColor="colorBackground"
      display="flex"
      flexDirection="column"
      rowGap="space50"
    >
      <Heading as="h3" variant="heading50" marginBottom="space0" id={title}>
        {t("special.add")}
      </Heading>
      <DateSpansField
        spans={form.spans}
        problems={isTried ? problems.spans : []}
        onChange={(spans) => {
          edit({ spans });
        }}
      />
      {problems.isTooLong && (
        <Alert variant="error">{t("special.problem.long", { count: MAX_LISTED_DAYS })}</Alert>
      )}
      <ChoiceField
        legend={t("special.kind")}
        value={form.isOpen ? "open" : "closed"}
        options={[
          { value: "closed", text: t("special.closed") },
          { value: "open", text: t("special.open") },
        ]}
        onChange={(kind) => {
          edit({ isOpen: kind === "open" });
        }}
      />
      {form.isOpen && (
        <OpeningRangesField
          ranges={form.ranges}
          onChange={(ranges) => {
            edit({ ranges });
          }}
        />
      )}
      <Columns>
        <TextField
          label={t("schedule.name")}
          help={t("special.name.help")}
          maxLength={320}
          value={form.name}
          error={wrong(problems.name)}
          onChange={(name) => {
            edit({ name });
          }}
        />
        {!form.isOpen && (
          <Combobox
            label={t("rule.reason")}
            help={t("rule.reason.help")}
            error={wrong(problems.closedReason)}
            value={form.closedReason}
            options={reasons.map((reason) => ({ value: reason, text: reason }))}
            free
            onChange={(closedReason) => {
              edit({ closedReason });
            }}
          />
        )}
      </Columns>
      <SchedulesField
        label={t("special.schedules")}
        schedules={schedules}
        locked={locked}
        chosen={chosen}
        onChange={setChosen}
        error={isTried && chosen.length === 0 ? t("special.problem.schedules") : undefined}
      />
      <Box display="flex" flexWrap="wrap" rowGap="space20" columnGap="space40">
        <Button
          variant="primary"
          size="small"
          onClick={() => {
            setTried(true);
            if (isValid(problems) && chosen.length > 0) onAdd(form, chosen);
          }}
        >
          {t("special.confirm")}
        </Button>
        <Button variant="secondary" size="small" onClick={onCancel}>
          {t("special.cancel")}
        </Button>
      </Box>
    </Box>
  );
}
