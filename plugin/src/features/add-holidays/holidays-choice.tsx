import type { Place } from "@schedule-manager/shared/editing/add-holidays/suggest-place";
import type { HolidayCountry } from "@schedule-manager/shared/model/holiday";
import type { DatedHoliday } from "./dated-holidays";
import { HolidayList } from "./holiday-list";
import { PlaceFields } from "./place-fields";

export interface ChosenHolidays {
  /** null: no country has holidays. */
  readonly place: Place | null;
  /** Ids of holidays of the place that do not apply. */
  readonly unticked: ReadonlySet<string>;
}

interface Props {
  readonly countries: readonly HolidayCountry[];
  readonly country: HolidayCountry | undefined;
  /** The place's holidays. */
  readonly holidays: readonly DatedHoliday[];
  readonly timeZone: string;
  readonly value: ChosenHolidays;
  readonly onChange: (value: ChosenHolidays) => void;
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
          onChange({ place, unticked: new Set() });
        }}
      />
      <HolidayList
        holidays={holidays}
        unticked={value.unticked}
        onChange={(unticked) => {
          onChange({ ...value, unticked });
        }}
      />
    </>
  );
}
