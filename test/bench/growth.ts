import { parseCalendar, rulesFromCalendar } from "@schedule-manager/shared/import-export/ical/parse-calendar";
import { LARGE_CALENDARS } from "../unit/shared/import-export/ical/large-calendars";
import { round } from "./support/measure";

export const title =
  "calendar imports of twice as many events, exceptions or changes, compared with once as many";

const ROUNDS = 3;

/** ms of the processor. */
async function cost(text: string): Promise<number> {
  const before = process.cpuUsage();
  const parsed = await parseCalendar(text);
  if (!parsed.ok) throw new Error(parsed.code);
  await rulesFromCalendar(parsed, { timeZone: "Europe/Berlin", from: "2026-01-01" });
  return process.cpuUsage(before).user / 1000;
}

export async function run(): Promise<Record<string, unknown>> {
  const growth: Record<string, number> = {};
  for (const { name, count, make } of LARGE_CALENDARS) {
    const texts = [make(count), make(2 * count)] as const;
    await cost(texts[0]);
    const best = [Infinity, Infinity] as [number, number];
    // In turn, so that other load affects both; the best of some, since other load only adds.
    for (let attempt = 0; attempt < ROUNDS; attempt += 1)
      for (const which of [0, 1] as const) best[which] = Math.min(best[which], await cost(texts[which]));
    growth[name] = round(best[1] / best[0], 2);
  }
  return { growth };
}

export function print({ growth }: Record<string, unknown>): string[] {
  return Object.entries(growth as Record<string, number>).map(
    ([name, ratio]) => `twice as many ${name}: ${ratio} × the processor's time (2 is linear, 4 quadratic)`,
  );
}
