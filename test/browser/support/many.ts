import type { Configuration, Rule, Schedule } from "@schedule-manager/shared/model/model";

const ZONES = ["America/New_York", "Europe/Berlin", "Asia/Tokyo", "America/Sao_Paulo", "Australia/Sydney"];
const TOWNS = ["Aachen", "Bilbao", "Cork", "Derby", "Évora", "Ferrara", "Gdańsk", "Haifa", "Izmir", "Jena"];
const DAYS = ["MO,TU,WE,TH,FR", "MO,TU,WE,TH", "SA", "SU", "MO,WE,FR"];
const hour = (n: number): string => `${String(n).padStart(2, "0")}:00`;

const rule = (n: number): Rule => {
  const id = `rule-${String(n).padStart(5, "0")}`;
  const town = TOWNS[n % TOWNS.length] ?? "";
  if (n % 4 === 0)
    return {
      id,
      name: `Holiday ${n} in ${town}`,
      isOpen: false,
      closedReason: "holiday",
      dateRRule: `FREQ=YEARLY;BYMONTH=${(n % 12) + 1};BYMONTHDAY=${(n % 28) + 1}`,
    };
  const start = 6 + (n % 5);
  return {
    id,
    name: `Hours ${n} in ${town}`,
    isOpen: true,
    dateRRule: `FREQ=WEEKLY;BYDAY=${DAYS[n % DAYS.length]}`,
    startTime: hour(start),
    endTime: hour(start + 6 + (n % 6)),
  };
};

/** As many schedules and rules as in a large contact centre, always the same. The last tenth of the rules is unused. */
export function manySchedules(schedules = 1000, rules = 2000): Configuration {
  const used = Math.floor(rules * 0.9);
  const schedule = (n: number): Schedule => ({
    id: `schedule-${String(n).padStart(5, "0")}`,
    name: `${TOWNS[n % TOWNS.length]} line ${n}`,
    timeZone: ZONES[n % ZONES.length] ?? "UTC",
    manualClose: n % 50 === 0,
    // Neighbours share holidays, and some hours.
    rules: [
      ...new Set(
        Array.from({ length: 11 }, (_, k) => `rule-${String((n * 7 + k * 13) % used).padStart(5, "0")}`),
      ),
    ],
  });
  return {
    rules: Array.from({ length: rules }, (_, n) => rule(n)),
    schedules: Array.from({ length: schedules }, (_, n) => schedule(n)),
  };
}
