/** Defines a country's holidays and converts them to rules. */
import { formatDate } from "../../time/civil";
import type { Holiday } from "../../model/holiday";
import { type Configuration, type IsoDate, REASON_HOLIDAY, type Rule } from "../../model/model";
import { easterDay } from "./easter";

/** Years for which holidays that follow the moon or Easter are listed as dates. */
const FIRST_YEAR = 2026;
const LAST_YEAR = 2036;

const YEARS: readonly number[] = Array.from(
  { length: LAST_YEAR - FIRST_YEAR + 1 },
  (_, index) => FIRST_YEAR + index,
);

export interface Country {
  /** ISO 3166-1, lower case; the name of the file. */
  readonly code: string;
  /** English; includes the region where there is no national list. */
  readonly name: string;
  readonly timeZone: string;
  readonly openHours: { readonly name: string; readonly from: string; readonly to: string };
  readonly holidays: readonly Holiday[];
  /** The ids of its rules have no country code. */
  readonly unprefixed?: boolean;
}

/** A yearly recurrence without an end, such as `BYMONTH=5;BYDAY=1MO`. */
export const yearly = (
  id: string,
  name: string,
  parts: string,
  bounds: Pick<Rule, "startDate" | "endDate"> = {},
): Holiday => ({ id, name, when: { dateRRule: `RRULE:FREQ=YEARLY;${parts}`, ...bounds } });

/** The same day every year, `MM-DD`. */
export function fixed(id: string, name: string, monthDay: string): Holiday {
  const [month = 0, day = 0] = monthDay.split("-").map(Number);
  return yearly(id, name, `BYMONTH=${month};BYMONTHDAY=${day}`);
}

/** Days that no recurrence expresses, as a list. */
export const listed = (id: string, name: string, dates: readonly IsoDate[]): Holiday => ({
  id,
  name,
  when: { dates },
});

/** One day a year, as a civil day number; null in years without one. */
export const computed = (id: string, name: string, dayIn: (year: number) => number | null): Holiday =>
  listed(
    id,
    name,
    YEARS.map(dayIn)
      .filter((day) => day !== null)
      .map(formatDate),
  );

/** Days after Easter Sunday; negative: before it. */
export const easter = (id: string, name: string, days: number): Holiday =>
  computed(id, name, (year) => easterDay(year) + days);

const idOf = ({ code, unprefixed }: Country, id: string): string => (unprefixed ? id : `${code}-${id}`);

export const openRule = (country: Country): Rule => ({
  id: idOf(country, "open-hours"),
  name: country.openHours.name,
  isOpen: true,
  dateRRule: "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  startTime: country.openHours.from,
  endTime: country.openHours.to,
});

export const closedRule = (country: Country, { id, name, when }: Holiday): Rule => ({
  id: idOf(country, id),
  name,
  isOpen: false,
  closedReason: REASON_HOLIDAY,
  ...when,
});

/** Creates an example configuration: open hours on weekdays, closed on the country's holidays. */
export function toConfiguration(country: Country): Configuration {
  const { code, name, timeZone, holidays } = country;
  const rules = [openRule(country), ...holidays.map((holiday) => closedRule(country, holiday))];
  return {
    rules,
    schedules: [
      {
        id: `${code}-example`,
        name: `${name} example`,
        manualClose: false,
        timeZone,
        rules: rules.map((rule) => rule.id),
      },
    ],
  };
}
