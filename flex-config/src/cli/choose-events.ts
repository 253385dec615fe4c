/** `--only`, `--skip`, `--open-group` and `--close-group`: the events of a calendar that are imported, and how. */
import {
  type CalendarChoice,
  chooseEntries,
  chooseOpens,
  defaultChoice,
} from "@schedule-manager/shared/import-export/ical/calendar-choice";
import type {
  CalendarEntry,
  CalendarGroup,
  GroupedCalendar,
} from "@schedule-manager/shared/import-export/ical/calendar-groups";
import { UsageError } from "./read-input";

export interface ChoiceArguments {
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly openGroups: readonly string[];
  readonly closeGroups: readonly string[];
}

const OTHER = "other events";

/** Names of a group: one for each thing that its events have in common. */
function namesOf({ status, workday, free, categories, kind }: CalendarGroup): readonly string[] {
  const names = [
    ...(status === null ? [] : [status]),
    ...(workday ? ["working days"] : []),
    ...(free ? ["free"] : []),
    ...categories,
    ...(kind === "" ? [] : [kind]),
  ];
  return names.length === 0 ? [OTHER] : names;
}

const titleOf = (group: CalendarGroup): string => namesOf(group).join(", ");

const countOf = ({ entries }: CalendarGroup): number =>
  entries.reduce((count, { masters }) => count + masters.length, 0);

/** `"Observance" (69), "cancelled" (1, off)` */
export const describeGroups = (groups: readonly CalendarGroup[]): string =>
  groups.map((group) => `"${titleOf(group)}" (${countOf(group)}${group.isOn ? "" : ", off"})`).join(", ");

const plain = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\.\.\./g, "…")
    .trim()
    .toLowerCase();

const groupsNamed = (groups: readonly CalendarGroup[], name: string): readonly CalendarGroup[] =>
  groups.filter((group) => [titleOf(group), ...namesOf(group)].some((own) => plain(own) === plain(name)));

const unknown = (option: string, name: string, groups: readonly CalendarGroup[]): UsageError =>
  new UsageError(
    `${option} ${name}: the calendar has no such group${option.endsWith("group") ? "" : " or event"}. Its groups: ${describeGroups(groups)}.`,
  );

/** Entries by the name of a group, of an event, or a note as the file writes it. */
function entriesNamed(
  groups: readonly CalendarGroup[],
  name: string,
  option: string,
): readonly CalendarEntry[] {
  const whole = new Set(groupsNamed(groups, name));
  const found = groups.flatMap((group) =>
    group.entries
      .filter(
        (entry) =>
          whole.has(group) ||
          plain(entry.name) === plain(name) ||
          entry.masters.some(({ event }) => plain(event.note) === plain(name)),
      )
      .map((entry) => ({ entry, isOn: group.isOn })),
  );
  if (found.length === 0) throw unknown(option, name, groups);
  // "Public holiday" does not mean the cancelled ones; "cancelled" does.
  const on = found.filter(({ isOn }) => isOn);
  return (option === "--skip" || on.length === 0 ? found : on).map(({ entry }) => entry);
}

export interface ChosenEvents {
  readonly choice: CalendarChoice;
  /** Left out without a word of the caller's. */
  readonly leftOut: readonly { readonly group: CalendarGroup; readonly entry: CalendarEntry }[];
}

export function chooseEvents(
  grouped: GroupedCalendar,
  { only, skip, openGroups, closeGroups }: ChoiceArguments,
): ChosenEvents {
  const { groups } = grouped;
  const usual = defaultChoice(grouped);
  const wanted = only.flatMap((name) => entriesNamed(groups, name, "--only"));
  const skipped = skip.flatMap((name) => entriesNamed(groups, name, "--skip"));
  let choice = only.length === 0 ? usual : chooseEntries({ ...usual, entries: new Set() }, wanted, true);
  choice = chooseEntries(choice, skipped, false);
  for (const [option, names, isOpen] of [
    ["--open-group", openGroups, true],
    ["--close-group", closeGroups, false],
  ] as const)
    for (const name of names) {
      const found = groupsNamed(groups, name);
      if (found.length === 0) throw unknown(option, name, groups);
      choice = chooseOpens(choice, found, isOpen);
    }
  const said = new Set(skipped.map(({ id }) => id));
  const leftOut =
    only.length > 0
      ? []
      : groups.flatMap((group) =>
          group.isOn
            ? []
            : group.entries.filter(({ id }) => !said.has(id)).map((entry) => ({ group, entry })),
        );
  return { choice, leftOut };
}
