import { compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { timeline } from "@schedule-manager/shared/evaluator/timeline";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { randomFrom } from "../../../../../simulation/random";
import { SEED } from "../../../../../support/seed";
import { imported } from "../imported";
import { DAY_MS, DAYS, FROM, randomEvent, ZONES } from "./event-spec";
import { minutesPerDay, spansOf } from "./expansion";
import { PROGRAMS, writeCalendar } from "./write-programs";

const FILES = 40;

describe(`calendars as programs write them (SEED=${SEED})`, () => {
  it.each(PROGRAMS)(
    `[IC27] ${FILES} of %s: the rules are open when the events take place`,
    async (program) => {
      for (let file = 0; file < FILES; file += 1) {
        const random = randomFrom(SEED * 1000 + PROGRAMS.indexOf(program) * 100 + file);
        const timeZone = random.pick(ZONES.filter((zone) => zone !== "UTC"));
        const zone = random.chance(0.4) ? timeZone : random.pick(ZONES);
        const events = Array.from({ length: 1 + random.below(4) }, (_, index) => {
          const event = randomEvent(random, `${program}-${file}-${index}`, zone, program === "caldav");
          return event.hours === null ? { ...event, zone: timeZone } : event;
        });
        const text = writeCalendar(program, events, random);
        const result = await imported(text, { timeZone, from: "2026-01-01", opens: "all" });
        const schedule: Schedule = {
          id: "s",
          name: "S",
          timeZone,
          manualClose: false,
          rules: result.rules.map(({ id }) => id),
        };
        const compiled = compileSchedule(schedule, new Map(result.rules.map((rule) => [rule.id, rule])));
        const range = [(FROM - 1) * DAY_MS, (FROM + DAYS + 1) * DAY_MS] as const;
        const open = timeline(compiled, ...range)
          .filter(({ isOpen }) => isOpen)
          .map(({ from, to }) => [from, to] as const);
        const wanted = minutesPerDay(
          events.flatMap((event) => spansOf(event, timeZone)),
          timeZone,
        );
        const found = minutesPerDay(open, timeZone);
        const wrong = wanted.flatMap((minutes, index) =>
          minutes === found[index]
            ? []
            : [
                `${new Date((FROM + index) * DAY_MS).toISOString().slice(0, 10)}: ${minutes}, is ${found[index]}`,
              ],
        );
        expect({ file, timeZone, wrong: wrong.slice(0, 5), text: wrong.length === 0 ? "" : text }).toEqual({
          file,
          timeZone,
          wrong: [],
          text: "",
        });
      }
    },
  );
});
