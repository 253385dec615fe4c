import type { Configuration, Rule, Schedule } from "@schedule-manager/shared/model/model";

const ZONES = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Los_Angeles",
  "America/Sao_Paulo",
  "Europe/London",
  "Europe/Madrid",
  "Europe/Berlin",
  "Asia/Kolkata",
  "Asia/Bangkok",
  "Asia/Shanghai",
  "Australia/Sydney",
];

/**
 * A contact centre: each schedule has its own opening hours (one of 200 rules, a fifth of them overnight) and a third
 * of a library of holidays that it shares with others.
 */
export function makeFleet(count: number, random: () => number, holidays: readonly Rule[]): Configuration {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const hours = Array.from({ length: 200 }, (_, index): Rule => {
    const overnight = index % 5 === 0;
    const hour = (base: number): string => String(((base + index) % 4) + base).padStart(2, "0");
    return {
      id: `hours-${index}`,
      name: `Hours ${index}`,
      isOpen: true,
      dateRRule: `FREQ=WEEKLY;BYDAY=${index % 2 === 0 ? "MO,TU,WE,TH,FR" : "MO,TU,WE,TH,FR,SA"}`,
      startTime: `${hour(overnight ? 18 : 6)}:00`,
      endTime: `${overnight ? "03" : hour(16)}:30`,
    };
  });
  const schedules = Array.from({ length: count }, (_, index): Schedule => ({
    id: `schedule-${index}`,
    name: `Schedule ${index}`,
    timeZone: pick(ZONES),
    manualClose: index % 50 === 0,
    rules: [pick(hours).id, ...holidays.filter(() => random() < 1 / 3).map(({ id }) => id)],
  }));
  return { rules: [...hours, ...holidays], schedules };
}
