import { useState } from "react";
import { holidayRule } from "@schedule-manager/shared/editing/add-holidays/holiday-rule";
import { suggestPlace } from "@schedule-manager/shared/editing/add-holidays/suggest-place";
import { HOURS_TEMPLATES } from "@schedule-manager/shared/editing/weekly-hours/hours-templates";
import type { HolidayCountry } from "@schedule-manager/shared/model/holiday";
import { REASON_HOLIDAY, type StoredRule } from "@schedule-manager/shared/model/model";
import { localDay } from "@schedule-manager/shared/time/local-day";
import { useServices } from "../../services/services";
import { useCreateSchedule } from "./use-create-schedule";

/** Short hours on a day of every year. */
const newYearsEve = (name: string): StoredRule => ({
  name,
  isOpen: true,
  dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31",
  startTime: "08:00",
  endTime: "12:00",
  exception: "day",
});

/** Makes drafts of an example schedule for the browser's time zone, and opens it. Nothing is published. */
export function useExample(
  now: number,
  loadCountries: () => Promise<readonly HolidayCountry[]>,
): { readonly isLoading: boolean; readonly open: () => void } {
  const { t, locale } = useServices();
  const { draft } = useCreateSchedule();
  const [isLoading, setLoading] = useState(false);
  const open = (): void => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    setLoading(true);
    // Without the holidays' chunk the example has none.
    void loadCountries()
      .catch((): readonly HolidayCountry[] => [])
      .then((countries) => {
        const place = suggestPlace(countries, timeZone, locale);
        const country = countries.find(({ code }) => code === place?.country);
        const region = country?.regions.find(({ code }) => code === place?.region);
        draft({
          name: t("first.example.name"),
          timeZone,
          hours: HOURS_TEMPLATES.saturday,
          holidays: (region?.holidays ?? country?.national ?? []).map((one) => ({
            rule: holidayRule(one, REASON_HOLIDAY),
            halfDay: null,
          })),
          special: [newYearsEve(t("first.example.special"))],
          today: localDay(timeZone, now),
        });
      });
  };
  return { isLoading, open };
}
