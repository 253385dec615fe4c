import { weekday } from "../../../time/civil";
import type { Holiday } from "../../../model/holiday";
import { computed, type Country, fixed, yearly } from "../define";
import { autumnalEquinox, vernalEquinox } from "../japanese-equinox";
import { mondayOf } from "../weekdays";

const SUNDAY = 6;
const substitute = (of: string): string => `振替休日 (${of})`;

/** A holiday on a Sunday moves to the day after. */
function fixedWithSubstitute(id: string, name: string, month: number, day: number): Holiday[] {
  return [
    yearly(id, name, `BYMONTH=${month};BYMONTHDAY=${day}`),
    yearly(`${id}-substitute`, substitute(name), `BYMONTH=${month};BYMONTHDAY=${day + 1};BYDAY=MO`),
  ];
}

function equinox(id: string, name: string, dayIn: (year: number) => number): Holiday[] {
  const next = (year: number): number | null => (weekday(dayIn(year)) === SUNDAY ? dayIn(year) + 1 : null);
  return [computed(id, name, dayIn), computed(`${id}-substitute`, substitute(name), next)];
}

/** A day between two holidays is a holiday, as in years in which the equinox falls on the Wednesday. */
function betweenHolidays(year: number): number | null {
  const respectForTheAged = mondayOf(year, 9, 3);
  return autumnalEquinox(year) === respectForTheAged + 2 ? respectForTheAged + 1 : null;
}

/** 国民の祝日に関する法律 (昭和23年法律第178号). */
export const jp: Country = {
  code: "jp",
  name: "Japan",
  timeZone: "Asia/Tokyo",
  openHours: { name: "営業時間", from: "09:00", to: "18:00" },
  holidays: [
    ...fixedWithSubstitute("new-year", "元日", 1, 1),
    yearly("coming-of-age", "成人の日", "BYMONTH=1;BYDAY=2MO"),
    ...fixedWithSubstitute("foundation", "建国記念の日", 2, 11),
    ...fixedWithSubstitute("emperors-birthday", "天皇誕生日", 2, 23),
    ...equinox("vernal-equinox", "春分の日", vernalEquinox),
    ...fixedWithSubstitute("showa", "昭和の日", 4, 29),
    fixed("constitution", "憲法記念日", "05-03"),
    fixed("greenery", "みどりの日", "05-04"),
    fixed("childrens-day", "こどもの日", "05-05"),
    // 6 May is the first working day after the three holidays if one of them falls on a Sunday.
    yearly("may-substitute", substitute("5月3日〜5日"), "BYMONTH=5;BYMONTHDAY=6;BYDAY=MO,TU,WE"),
    yearly("marine-day", "海の日", "BYMONTH=7;BYDAY=3MO"),
    ...fixedWithSubstitute("mountain-day", "山の日", 8, 11),
    yearly("respect-for-the-aged", "敬老の日", "BYMONTH=9;BYDAY=3MO"),
    computed("between-holidays", "国民の休日", betweenHolidays),
    ...equinox("autumnal-equinox", "秋分の日", autumnalEquinox),
    yearly("sports-day", "スポーツの日", "BYMONTH=10;BYDAY=2MO"),
    ...fixedWithSubstitute("culture-day", "文化の日", 11, 3),
    ...fixedWithSubstitute("labour-thanksgiving", "勤労感謝の日", 11, 23),
  ],
};
