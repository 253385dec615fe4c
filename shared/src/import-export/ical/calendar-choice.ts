import type { CalendarEvent } from "./calendar-event";
import type { CalendarEntry, CalendarGroup, GroupedCalendar } from "./calendar-groups";
import type { ParsedCalendar } from "./parse-calendar";

/** The imported entries of a calendar, and the groups that open instead of close. */
export interface CalendarChoice {
  /** Ids of entries. */
  readonly entries: ReadonlySet<string>;
  /** Ids of groups. */
  readonly opens: ReadonlySet<string>;
}

const idsOf = (groups: readonly CalendarGroup[]): string[] =>
  groups.flatMap(({ entries }) => entries.map(({ id }) => id));

/** Everything that takes up time and is certain; make-up working days open. */
export const defaultChoice = ({ groups }: GroupedCalendar): CalendarChoice => ({
  entries: new Set(idsOf(groups.filter(({ isOn }) => isOn))),
  opens: new Set(groups.filter(({ workday }) => workday).map(({ id }) => id)),
});

type Id = { readonly id: string };

function withOrWithout(all: ReadonlySet<string>, some: readonly Id[], isIn: boolean): ReadonlySet<string> {
  const changed = new Set(all);
  for (const { id } of some) {
    if (isIn) changed.add(id);
    else changed.delete(id);
  }
  return changed;
}

/** The choice with some entries, or without them. */
export const chooseEntries = (
  choice: CalendarChoice,
  entries: readonly CalendarEntry[],
  isOn: boolean,
): CalendarChoice => ({ ...choice, entries: withOrWithout(choice.entries, entries, isOn) });

/** The choice in which the entries of some groups open, or close. */
export const chooseOpens = (
  choice: CalendarChoice,
  groups: readonly CalendarGroup[],
  isOpen: boolean,
): CalendarChoice => ({ ...choice, opens: withOrWithout(choice.opens, groups, isOpen) });

/** Groups with the entries whose names match; groups without any are left out. */
export const filterGroups = (
  groups: readonly CalendarGroup[],
  matches: (name: string) => boolean,
): readonly CalendarGroup[] =>
  groups.flatMap((group) => {
    const entries = group.entries.filter(({ name }) => matches(name));
    return entries.length === 0 ? [] : [{ ...group, entries }];
  });

/** The chosen part of a parsed calendar, with the events that open. */
export function chosenCalendar(
  calendar: ParsedCalendar,
  { groups, listed }: GroupedCalendar,
  choice: CalendarChoice,
): { readonly calendar: ParsedCalendar; readonly opens: ReadonlySet<CalendarEvent> } {
  const opens = new Set<CalendarEvent>();
  const events = groups.flatMap((group) =>
    group.entries
      .filter(({ id }) => choice.entries.has(id))
      .flatMap(({ masters }) =>
        masters.flatMap(({ event, overrides }) => {
          // A cancelled event that somebody chose nevertheless counts.
          const own = event.cancelled ? { ...event, cancelled: false } : event;
          if (choice.opens.has(group.id)) for (const each of [own, ...overrides]) opens.add(each);
          return [own, ...overrides];
        }),
      ),
  );
  events.sort((a, b) => a.line - b.line);
  return { calendar: { ...calendar, events, listed: [...calendar.listed, ...listed] }, opens };
}
