import { useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Separator } from "@twilio-paste/core/separator";
import type { Finding } from "@schedule-manager/shared/model/finding";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { describeProblem } from "@schedule-manager/shared/i18n/describe-problem";
import { zoneOf } from "@schedule-manager/shared/time/zone";
import { Combobox } from "../../ui/fields/combobox";
import { FieldsDisabled } from "../../ui/fields/context";
import { Section } from "../../ui/fields/section";
import { TextField } from "../../ui/fields/text-field";
import { useServices } from "../../services/services";
import { ListField } from "./list-field";
import { ManualCloseFields } from "./manual-close-fields";
import { RulesSection } from "./rules-section";
import { type FieldProblem, scheduleProblems } from "./schedule-problems";
import { ZoneField } from "./zone-field";

interface Props {
  readonly schedule: Schedule;
  /** Called with the whole schedule on each edit. */
  readonly onChange: (schedule: Schedule) => void;
  /** Somebody else edits the schedule. */
  readonly readOnly: boolean;
  /** All schedules, with drafts; may include this one. */
  readonly schedules: readonly Schedule[];
  /** All rules, with drafts. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** The findings of this schedule. */
  readonly findings: readonly Finding[];
  /** ms since the epoch. */
  readonly now: number;
  /** The current civil day in the schedule's zone. */
  readonly today: number;
  readonly onEditRule: (id: string) => void;
  /** Creates a rule, adds it to this schedule and opens it. */
  readonly onCreateRule: () => void;
}

const orNone = (list: readonly string[]): readonly string[] | undefined =>
  list.length === 0 ? undefined : list;

/** The schedule with a field set, or without the field when the value is empty. */
function withField<K extends "queues" | "aliases" | "group">(
  schedule: Schedule,
  key: K,
  value: Schedule[K] | undefined,
): Schedule {
  const { [key]: _, ...rest } = schedule;
  return (value === undefined ? rest : { ...rest, [key]: value }) as Schedule;
}

/** The form of a schedule. */
export function ScheduleEditor(props: Props) {
  const { schedule, onChange, readOnly, schedules, rules, findings, now, today, onEditRule, onCreateRule } =
    props;
  const { t, locale } = useServices();
  // A new schedule shows no problems until the first edit.
  const [fresh, setFresh] = useState(schedule.name === "");
  const problems = scheduleProblems(schedule, schedules);
  const wrong = (problem: FieldProblem | null): string | undefined =>
    problem === null ? undefined : t(problem.key, problem.values);
  const others = schedules.filter(({ id }) => id !== schedule.id);
  const until = findings.find(({ code }) => code === "until-invalid");
  const groups = [...new Set(others.flatMap(({ group }) => (group ? [group] : [])))].sort();
  return (
    <FieldsDisabled value={readOnly}>
      <Box display="flex" flexDirection="column" rowGap="space60">
        <TextField
          label={t("schedule.name")}
          help={t("schedule.name.help")}
          required
          maxLength={320}
          value={schedule.name}
          autoFocus={!readOnly && fresh}
          error={
            fresh && problems.name?.key === "edit.problem.name-missing" ? undefined : wrong(problems.name)
          }
          onChange={(name) => {
            setFresh(false);
            onChange({ ...schedule, name });
          }}
        />
        <ZoneField
          value={schedule.timeZone}
          now={now}
          inUse={[...new Set(others.map(({ timeZone }) => timeZone))]}
          error={
            schedule.timeZone === ""
              ? t("schedule.zone.missing")
              : zoneOf(schedule.timeZone) === null
                ? describeProblem(
                    { code: "zone-unknown", field: "timeZone", value: schedule.timeZone },
                    locale,
                  )
                : undefined
          }
          onChange={(timeZone) => {
            onChange({ ...schedule, timeZone });
          }}
        />
        <Separator orientation="horizontal" />
        <RulesSection
          ids={schedule.rules}
          rules={rules}
          findings={findings}
          today={today}
          onEdit={onEditRule}
          onCreate={onCreateRule}
          onChange={(ids) => {
            onChange({ ...schedule, rules: ids });
          }}
        />
        <Separator orientation="horizontal" />
        <ManualCloseFields
          schedule={schedule}
          now={now}
          onChange={onChange}
          error={
            until === undefined
              ? undefined
              : describeProblem(
                  {
                    code: "until-invalid",
                    field: "manualCloseUntil",
                    value: schedule.manualCloseUntil ?? "",
                  },
                  locale,
                )
          }
        />
        <Separator orientation="horizontal" />
        <Section title={t("schedule.more")}>
          <ListField
            label={t("schedule.queues")}
            help={t("schedule.queues.help", { name: schedule.name })}
            items={schedule.queues ?? []}
            error={wrong(problems.queue)}
            onChange={(queues) => {
              onChange(withField(schedule, "queues", orNone(queues)));
            }}
          />
          <Combobox
            label={t("schedule.group")}
            help={t("schedule.group.help")}
            free
            error={wrong(problems.group)}
            value={schedule.group ?? ""}
            options={groups.map((group) => ({ value: group, text: group }))}
            onChange={(group) => {
              onChange(withField(schedule, "group", group === "" ? undefined : group));
            }}
          />
          <ListField
            label={t("schedule.aliases")}
            help={t("schedule.aliases.help")}
            items={schedule.aliases ?? []}
            error={wrong(problems.alias)}
            onChange={(aliases) => {
              onChange(withField(schedule, "aliases", orNone(aliases)));
            }}
          />
        </Section>
      </Box>
    </FieldsDisabled>
  );
}
