import type { ChosenHoliday } from "@schedule-manager/shared/editing/add-holidays/add-holidays";
import { holidayRule } from "@schedule-manager/shared/editing/add-holidays/holiday-rule";
import type { Translate } from "../../i18n/translate";
import type { DatedHoliday } from "./dated-holidays";

/** Minutes of the day before until which it is open, by the holiday's id. */
export type HalfDays = ReadonlyMap<string, number>;

/** The rules of the ticked holidays and of the half days before them. */
export const chosenHolidays = (
  holidays: readonly DatedHoliday[],
  { unticked, halfDays }: { readonly unticked: ReadonlySet<string>; readonly halfDays: HalfDays },
  reason: string,
  t: Translate,
): readonly ChosenHoliday[] =>
  holidays
    .filter(({ holiday }) => !unticked.has(holiday.id))
    .map(({ holiday }) => {
      const until = halfDays.get(holiday.id);
      return {
        rule: holidayRule(holiday, reason),
        halfDay: until === undefined ? null : { name: t("holidays.half.of", { name: holiday.name }), until },
      };
    });
