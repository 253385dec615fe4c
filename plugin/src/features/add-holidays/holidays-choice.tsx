import type { Place } from "@schedule-manager/shared/editing/add-holidays/suggest-place";
import type { HolidayCountry } from "@schedule-manager/shared/model/holiday";
import type { DatedHoliday } from "./dated-holidays";
import type { HalfDays } from "./half-days";
import { HolidayList } from "./holiday-list";
import { PlaceFields } from "./place-fields";

export interface HolidaysOfPlace {
  /** null: no country has holidays. */
  readonly place: Place | null;
  /** Ids of holidays of the place that do not apply. */
  readonly unticked: ReadonlySet<string>;
  /** The minute until which the day before is open, by the holiday's id. */
  readonly halfDays: HalfDays;
}

export const suggestedHolidays = (place: Place | null): HolidaysOfPlace => ({
  place,
  unticked: new Set(),
  halfDays: new Map(),
});

interface Props {
  readonly countries: readonly HolidayCountry[];
  readonly country: HolidayCountry | undefined;
  /** The place's holidays. */
  readonly holidays: readonly DatedHoliday[];
  readonly timeZone: string;
  readonly value: HolidaysOfPlace;
  readonly onChange: (value: HolidaysOfPlace) => void;
}

/** A country or region, and its holidays to choose from. */
export function HolidaysChoice({ countries, country, holidays, timeZone, value, onChange }: Props) {
  return (
    <>
      <PlaceFields
        countries={countries}
        country={country}
        region={value.place?.region ?? null}
        timeZone={timeZone}
        onChange={(place) => {
          onChange(suggestedHolidays(place));
        }}
      />
      <HolidayList
        holidays={holidays}
        unticked={value.unticked}
        halfDays={value.halfDays}
        onTick={(unticked) => {
          onChange({ ...value, unticked });
        }}
        onHalfDays={(halfDays) => {
          onChange({ ...value, halfDays });
        }}
      />
    </>
  );
}
