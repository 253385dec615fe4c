import { holidayRule } from "@schedule-manager/shared/editing/add-holidays/holiday-rule";
import { nextDays } from "@schedule-manager/shared/editing/rule-form/next-days";
import type { Holiday, HolidayCountry } from "@schedule-manager/shared/model/holiday";

export interface DatedHoliday {
  readonly holiday: Holiday;
  /** The next civil day. */
  readonly day: number;
}

const NO_RULES = new Map<string, never>();

/** The holidays of a country or region that still occur, by their next date. */
export function datedHolidays(
  country: HolidayCountry | undefined,
  region: string | null,
  today: number,
): readonly DatedHoliday[] {
  const chosen = country?.regions.find(({ code }) => code === region);
  const holidays = chosen?.holidays ?? country?.national ?? [];
  return holidays
    .flatMap((holiday): readonly DatedHoliday[] => {
      const [day] = nextDays({ id: "", ...holidayRule(holiday, "") }, today, 1, NO_RULES);
      return day === undefined ? [] : [{ holiday, day }];
    })
    .sort((a, b) => a.day - b.day);
}
