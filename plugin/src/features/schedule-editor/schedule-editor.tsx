import { type ReactNode, useMemo, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Separator } from "@twilio-paste/core/separator";
import type { Finding } from "@schedule-manager/shared/model/finding";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { describeFinding } from "@schedule-manager/shared/i18n/describe-finding";
import { describeProblem } from "@schedule-manager/shared/i18n/describe-problem";
import { nameAlike } from "@schedule-manager/shared/validation/name-findings";
import { zoneOf } from "@schedule-manager/shared/time/zone";
import { Combobox } from "../../ui/fields/combobox";
import { FieldsDisabled } from "../../ui/fields/context";
import { Section } from "../../ui/fields/section";
import { TextField } from "../../ui/fields/text-field";
import { useServices } from "../../services/services";
import { keepSameItems } from "../../catalogue/same-items";
import { useStableCallback } from "../../ui/use-stable-callback";
import { ListField } from "./list-field";
import { QueuesField } from "./queues-field";
import { RulesSection } from "./rules-section";
import { ScheduleFindings } from "./schedule-findings";
import { type FieldProblem, scheduleProblems } from "./schedule-problems";
import { useSharedWith } from "./use-shared-with";
import { ZoneField } from "../../ui/fields/zone-field";

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
  /** The part about the manual close, which is not part of the draft. */
  readonly manualClose: ReactNode;
  readonly onEditRule: (id: string) => void;
  /** Creates a rule, adds it to this schedule and opens it. */
  readonly onCreateRule: () => void;
  /** Gives this schedule its own copy of a rule. @returns the copy's id */
  readonly onOwnRule: (id: string) => string | null;
  /** Sections above the manual close. */
  readonly hours?: ReactNode;
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
  // TypeScript does not relate `rest` of a computed key to the schedule.
  return (value === undefined ? rest : { ...rest, [key]: value }) as Schedule;
}

const NONE: readonly string[] = [];

/** The time zones and groups of the other schedules; equal lists keep their identity. */
function useOthers(id: string, schedules: readonly Schedule[]) {
  const [zonesOf] = useState(() =>
    keepSameItems((others: readonly Schedule[]) => [...new Set(others.map(({ timeZone }) => timeZone))]),
  );
  const [groupsOf] = useState(() =>
    keepSameItems((others: readonly Schedule[]) =>
      [...new Set(others.flatMap(({ group }) => (group ? [group] : [])))].sort(),
    ),
  );
  const others = useMemo(() => schedules.filter((schedule) => schedule.id !== id), [schedules, id]);
  const inUse = useMemo(() => zonesOf(others), [zonesOf, others]);
  const names = useMemo(() => groupsOf(others), [groupsOf, others]);
  const groups = useMemo(() => names.map((group) => ({ value: group, text: group })), [names]);
  return { others, inUse, groups };
}

/** The form of a schedule. */
export function ScheduleEditor(props: Props) {
  const { schedule, onChange, readOnly, schedules, rules, findings, now, today, hours } = props;
  const { manualClose, onEditRule, onCreateRule, onOwnRule } = props;
  const { t, locale } = useServices();
  // A new schedule shows no problems until the first edit.
  const [fresh, setFresh] = useState(schedule.name === "");
  const problems = scheduleProblems(schedule, schedules);
  const wrong = (problem: FieldProblem | null): string | undefined =>
    problem === null ? undefined : t(problem.key, problem.values);
  const alike = useMemo(
    () => nameAlike(schedule, schedules),
    // The other fields change with each key and do not affect names.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [schedule.id, schedule.name, schedules],
  );
  const { others, inUse, groups } = useOthers(schedule.id, schedules);
  const sharedWith = useSharedWith(schedule, schedules);
  // Memoised, so that typing in one field does not render the other parts.
  const onRules = useStableCallback((ids: readonly string[]) => {
    onChange({ ...schedule, rules: ids });
  });
  const onZone = useStableCallback((timeZone: string) => {
    onChange({ ...schedule, timeZone });
  });
  const onQueues = useStableCallback((queues: readonly string[]) => {
    onChange(withField(schedule, "queues", orNone(queues)));
  });
  const onAliases = useStableCallback((aliases: readonly string[]) => {
    onChange(withField(schedule, "aliases", orNone(aliases)));
  });
  return (
    <FieldsDisabled value={readOnly}>
      <Box display="flex" flexDirection="column" rowGap="space60">
        <ScheduleFindings findings={findings} />
        <TextField
          label={t("schedule.name")}
          help={t("schedule.name.help")}
          warning={
            alike === null
              ? undefined
              : describeFinding(
                  {
                    code: "names-alike",
                    severity: "warning",
                    params: { name: schedule.name, other: alike },
                  },
                  locale,
                )
          }
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
          inUse={inUse}
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
          onChange={onZone}
        />
        {hours !== undefined && (
          <>
            <Separator orientation="horizontal" />
            {hours}
          </>
        )}
        <Separator orientation="horizontal" />
        {manualClose}
        <Separator orientation="horizontal" />
        <Section title={t("schedule.more")}>
          <QueuesField
            name={schedule.name}
            queues={schedule.queues ?? NONE}
            others={others}
            error={wrong(problems.queue)}
            onChange={onQueues}
          />
          <Combobox
            label={t("schedule.group")}
            help={t("schedule.group.help")}
            free
            error={wrong(problems.group)}
            value={schedule.group ?? ""}
            options={groups}
            onChange={(group) => {
              onChange(withField(schedule, "group", group === "" ? undefined : group));
            }}
          />
          <ListField
            label={t("schedule.aliases")}
            help={t("schedule.aliases.help")}
            items={schedule.aliases ?? NONE}
            error={wrong(problems.alias)}
            onChange={onAliases}
          />
        </Section>
        <Separator orientation="horizontal" />
        <RulesSection
          ids={schedule.rules}
          rules={rules}
          findings={findings}
          today={today}
          onEdit={onEditRule}
          onCreate={onCreateRule}
          sharedWith={sharedWith}
          onOwn={onOwnRule}
          onChange={onRules}
        />
      </Box>
    </FieldsDisabled>
  );
}
