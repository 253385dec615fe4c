/** Rules that open nothing of their own, compared with what removing each rule changes. */
import { compileRule } from "@schedule-manager/shared/evaluator/compile-rule";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { parseDate } from "@schedule-manager/shared/time/civil";
import { noEffectFindings } from "@schedule-manager/shared/validation/no-effect";
import { ROUNDS, SEED } from "../../../support/seed";
import { decideNaively } from "../oracles/naive-schedule";
import { randoms } from "../../../bench/support/measure";
import type { Random } from "../oracles/random-rule";

jest.setTimeout(60_000);

const DAY_MS = 86_400_000;
const HOUR_MS = DAY_MS / 24;
/** A Monday. Every random rule recurs weekly, by whole hours and on its first three days. */
const FROM = parseDate("2026-01-05") ?? NaN;
const WEEK = Array.from({ length: 4 * 24 }, (_, index) => (FROM + 7) * DAY_MS + index * HOUR_MS);

const rule = (id: string, more: Partial<Rule> = {}): Rule => ({ id, name: id, isOpen: true, ...more });
const weekly = (days: string): string => `FREQ=WEEKLY;BYDAY=${days}`;

const found = (rules: readonly Rule[]): readonly (readonly [string | undefined, unknown])[] =>
  noEffectFindings(
    rules.map((each) => compileRule(each)),
    FROM,
    FROM + 20,
  ).map(({ ruleId, params }) => [ruleId, params["byIds"]]);

function decide(rules: readonly Rule[], t: number) {
  const ids = rules.map(({ id }) => id);
  const schedule: Schedule = { id: "s", name: "S", timeZone: "UTC", manualClose: false, rules: ids };
  return decideNaively(schedule, new Map(rules.map((each) => [each.id, each])), t);
}

/** From the lowest rule up: the open rules whose removal changes nothing, with those that open their hours. */
function foundNaively(rules: readonly Rule[]): readonly (readonly [string, readonly string[]])[] {
  const isOpen = WEEK.map((t) => decide(rules, t).isOpen);
  let rest = rules;
  const result: (readonly [string, readonly string[]])[] = [];
  for (const each of rules.toReversed()) {
    if (!each.isOpen || each.exception !== undefined) continue;
    const others = rest.filter((other) => other !== each);
    const without = WEEK.map((t) => decide(others, t));
    if (without.some((one, index) => one.isOpen !== isOpen[index])) continue;
    const its = without.filter((one, index) => one.isOpen && decide([each], WEEK[index] ?? NaN).isOpen);
    const by = new Set(its.map(({ ruleId }) => ruleId));
    const ids = others.map(({ id }) => id).filter((id) => by.has(id));
    if (ids.length === 0) continue;
    rest = others;
    result.unshift([each.id, ids]);
  }
  return result;
}

function randomRules(random: Random): readonly Rule[] {
  const below = (n: number): number => Math.floor(random() * n);
  // Few different times, so that hours often meet, and rules often cover each other.
  const time = (): string => ["00:00", "06:00", "09:00", "12:00", "17:00", "22:00"][below(6)] ?? "";
  const days = () => ["MO", "TU", "WE"].filter(() => random() < 0.7).join(",") || "MO";
  return Array.from({ length: 2 + below(4) }, (_, index) =>
    rule(`r${index}`, {
      isOpen: random() < 0.75,
      dateRRule: weekly(days()),
      ...(random() < 0.8 ? { startTime: time(), endTime: time() } : {}),
      ...(random() < 0.15 ? { exception: true } : {}),
    }),
  );
}

describe("a rule without effect", () => {
  const day = rule("day", { dateRRule: weekly("MO,TU"), startTime: "09:00", endTime: "17:00" });
  const at = (id: string, startTime: string, endTime: string, more: Partial<Rule> = {}) =>
    rule(id, { dateRRule: weekly("MO"), startTime, endTime, ...more });

  test.each<[string, readonly Rule[], readonly (readonly [string, readonly string[]])[]]>([
    ["hours within another's", [day, at("part", "10:00", "12:00")], [["part", ["day"]]]],
    ["the same hours", [at("a", "09:00", "17:00"), day], [["a", ["day"]]]],
    [
      "two equal rules: the lower one",
      [at("a", "09:00", "10:00"), at("b", "09:00", "10:00")],
      [["b", ["a"]]],
    ],
    ["half an hour more at the end", [day, at("late", "10:00", "17:30")], []],
    ["half an hour more at the beginning", [day, at("early", "08:30", "12:00")], []],
    ["a day more", [day, at("more", "10:00", "12:00", { dateRRule: weekly("MO,WE") })], []],
    [
      "hours that two others open together",
      [at("am", "08:00", "12:00"), at("pm", "12:00", "18:00"), at("all", "10:00", "16:00")],
      [["all", ["am", "pm"]]],
    ],
    [
      "hours with a gap between those of two others",
      [at("am", "08:00", "12:00"), at("pm", "13:00", "18:00"), at("all", "10:00", "16:00")],
      [],
    ],
    [
      "hours whose rest a closed rule closes",
      [
        rule("lunch", { isOpen: false, startTime: "17:00", endTime: "19:00" }),
        day,
        at("late", "10:00", "18:00"),
      ],
      [["late", ["day"]]],
    ],
    ["hours that are all closed", [rule("never", { isOpen: false }), day, at("part", "10:00", "12:00")], []],
    ["a night within another", [at("n", "20:00", "06:00"), at("m", "22:00", "02:00")], [["m", ["n"]]]],
    ["a night that ends later", [at("n", "20:00", "06:00"), at("m", "22:00", "07:00")], []],
    ["an exception", [day, at("part", "10:00", "12:00", { exception: true })], []],
    ["a rule that is refused", [day, rule("bad", { dateRRule: "FREQ=NEVER" })], []],
    ["nothing beside it", [day], []],
  ])("[VA7] %s", (_, rules, expected) => {
    expect(found(rules)).toEqual(expected);
  });

  it("[VA7] that occurs rarely is followed for twelve occurrences, however far apart", () => {
    const yearly = "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=4";
    const until = (endDate: string) =>
      rule("wide", { dateRRule: "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=4", endDate });
    const rare = rule("rare", { dateRRule: yearly, startTime: "10:00", endTime: "12:00" });
    expect(found([until("2037-07-04"), rare])).toEqual([["rare", ["wide"]]]);
    expect(found([until("2036-07-04"), rare])).toEqual([]);
  });

  it(`[VA7] is one whose removal changes nothing (seed ${SEED})`, () => {
    const random = randoms(SEED);
    let withFindings = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const rules = randomRules(random);
      const expected = foundNaively(rules);
      if (expected.length > 0) withFindings += 1;
      expect({ round, rules, found: found(rules) }).toEqual({ round, rules, found: expected });
    }
    expect(withFindings).toBeGreaterThan(ROUNDS / 10);
  });
});
