import type { Rule } from "./model";

export interface Holiday {
  /** Unique within the country; the id of the examples' rule is the country's code followed by this. */
  readonly id: string;
  readonly name: string;
  readonly when: Pick<Rule, "dateRRule" | "startDate" | "endDate" | "dates">;
}

interface HolidayRegion {
  /** ISO 3166-2 without the country, lower case. */
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  readonly holidays: readonly Holiday[];
}

export interface HolidayCountry {
  /** ISO 3166-1, upper case. */
  readonly code: string;
  readonly timeZone: string;
  /** The national holidays; null: each region has its own. */
  readonly national: readonly Holiday[] | null;
  readonly regions: readonly HolidayRegion[];
  /** The code of the region to offer first where there is no national list. */
  readonly firstRegion: string | null;
}
