import type { Finding } from "@schedule-manager/shared/model/finding";
import { loadHolidayCountries } from "../features/add-holidays/use-holiday-countries";
import { FixButton } from "../features/schedule-editor/fix-button";

/** The fix of a finding, for `FixContext`. */
export const findingFix = (finding: Finding) => (
  <FixButton finding={finding} loadHolidays={loadHolidayCountries} />
);
