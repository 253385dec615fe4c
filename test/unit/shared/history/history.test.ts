import { decisionAt, rulesAtCivilMinute } from "@schedule-manager/shared/history/decision-at";
import { itemAt } from "@schedule-manager/shared/history/item-at";
import { manualCloseBegan } from "@schedule-manager/shared/history/manual-close-began";
import { journalEntries, finishedChanges } from "@schedule-manager/shared/history/settled";
import { stepsOf } from "@schedule-manager/shared/history/steps";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { at, holiday, rule } from "../fixtures";
import { ADA, BO, entry, journal } from "./entries";

const T1 = "2026-05-01T08:00:00.000Z";
const T2 = "2026-05-02T08:00:00.000Z";
const T3 = "2026-05-03T08:00:00.000Z";

const support: Schedule = {
  id: "support",
  name: "Support",
  timeZone: "America/New_York",
  manualClose: false,
  rules: ["hours", "may"],
};
const hours = rule("hours", { startTime: "08:00", endTime: "17:00" });
const may = holiday("may", { startDate: "2026-05-03", endDate: "2026-05-03" });

describe("finished history", () => {
  const lock = { generation: 3, recent: [] };

  it("[HI1] is sorted, without unfinished publishes", () => {
    const entries = [entry(4, T3, hours), entry(2, T2, hours), entry(1, T1, hours)];
    expect(finishedChanges(entries, lock).map(({ generation }) => generation)).toEqual([1, 2]);
  });

  it("[HI1] omits entries of an abandoned publisher", () => {
    const given = entry(2, T1, hours, { publish: "given-up" });
    const done = entry(2, T2, hours, { publish: "done" });
    expect(finishedChanges([given, done], lock)).toEqual([done]);
    // Also where the finished publish did not touch this item: the journal decides.
    expect(finishedChanges([given], lock, [journal(2, T2, { publish: "done" })])).toEqual([]);
    // The head decides, whatever the functions' clocks show.
    const recent = [{ id: "given-up", generation: 2, by: ADA, at: T3 }];
    expect(finishedChanges([given, done], { generation: 3, recent })).toEqual([given]);
  });

  it("[HI2] joins the parts of a publish, newest first, and lists skipped items", () => {
    const parts = [
      journal(1, T1, { items: ["r:a"] }),
      journal(2, T2, { parts: 2, items: ["r:a"] }),
      journal(2, T2, { part: 1, parts: 2, items: ["r:b"] }),
    ];
    const recent = [{ id: "publish-2", generation: 2, by: ADA, at: T2, skipped: ["r:b" as const] }];
    expect(journalEntries(parts, { generation: 2, recent })).toMatchObject([
      { generation: 2, items: ["r:a", "r:b"], skipped: ["r:b"] },
      { generation: 1, items: ["r:a"], skipped: [] },
    ]);
  });
});

describe("an item at a past time", () => {
  const entries = [
    entry(1, T1, hours),
    entry(2, T2, { ...hours, startTime: "09:00" }),
    entry(3, T3, "hours"),
  ];

  it.each([
    ["2026-05-01T07:59:59Z", { type: "absent", entry: null }],
    ["2026-05-01T08:00:00Z", { type: "there", value: hours }],
    ["2026-05-02T12:00:00Z", { type: "there", value: { ...hours, startTime: "09:00" } }],
    ["2026-05-04T00:00:00Z", { type: "absent", entry: { generation: 3 } }],
  ])("[HI3] at %s", (time, expected) => {
    expect(itemAt("rule", entries, at(time))).toMatchObject(expected);
  });

  it("[HI3] is unknown before the history begins, and where an entry is invalid", () => {
    expect(itemAt("rule", entries.slice(1), at(T1))).toMatchObject({ type: "unknown" });
    const damaged = entry(1, T1, hours, { value: { name: "x" } as never });
    expect(itemAt("rule", [damaged], at(T2))).toMatchObject({ type: "unknown" });
  });

  it("[HI4] is listed as steps, newest first, each with the previous value", () => {
    const before = (index: number): unknown => stepsOf(entries)[index]?.before;
    expect([before(0), before(1), before(2)]).toMatchObject([
      { startTime: "09:00" },
      { startTime: "08:00" },
      null,
    ]);
    expect(before(2)).toBeNull();
    expect(stepsOf(entries.slice(1))[1]?.before).toBeUndefined();
  });
});

describe("past decisions", () => {
  const scheduleEntries = [
    entry(1, T1, { ...support, rules: ["hours"] }),
    entry(2, T2, support, { by: BO }),
    entry(3, "2026-05-20T08:00:00.000Z", { ...support, timeZone: "Asia/Tokyo" }),
  ];
  const ruleEntries: Readonly<Record<string, ReturnType<typeof entry>[]>> = {
    hours: [entry(1, T1, hours), entry(4, "2026-05-25T08:00:00.000Z", { ...hours, endTime: "12:00" })],
    may: [entry(2, T2, may, { by: BO, baseRevision: null }), entry(5, "2026-05-26T08:00:00.000Z", "may")],
  };
  const ask = (text: string): ReturnType<typeof decisionAt> =>
    decisionAt(scheduleEntries, (id) => ruleEntries[id] ?? [], text);

  it("[HI5] use the schedule and rules of that time, and name the authors", () => {
    expect(ask("2026-05-03T16:02")).toMatchObject({
      type: "decided",
      answer: {
        decision: { isOpen: false, closedReason: "holiday", ruleId: "may" },
        t: at("2026-05-03T20:02:00Z"),
        scheduleEntry: { by: BO, generation: 2 },
        rule: { name: "may" },
        ruleEntry: { by: BO },
        unknownRules: [],
      },
    });
    expect(ask("2026-05-01T16:02")).toMatchObject({
      answer: { decision: { isOpen: true, ruleId: "hours" }, ruleEntry: { by: ADA, generation: 1 } },
    });
  });

  it("[HI5] use the wall clock that the schedule had then", () => {
    // 12:30 in Tokyo is 03:30 UTC; by New York's clock it would have been 16:30 UTC.
    expect(ask("2026-05-24T12:30")).toMatchObject({
      answer: { t: at("2026-05-24T03:30:00Z"), decision: { isOpen: true } },
    });
    expect(ask("2026-05-26T12:30")).toMatchObject({ answer: { decision: { isOpen: false, ruleId: null } } });
    expect(ask("2026-05-24T12:30:00Z")).toMatchObject({ answer: { t: at("2026-05-24T12:30:00Z") } });
  });

  it("[HI5] report a missing schedule, an unknown value and an invalid entry", () => {
    const t = at("2026-04-30T16:00:00Z");
    expect(ask("2026-04-30T12:00")).toEqual({ type: "absent", t, entry: null });
    const later = scheduleEntries.slice(1);
    expect(decisionAt(later, () => [], "2026-04-30T12:00")).toEqual({ type: "unknown", t, entry: null });
    expect(decisionAt([], () => [], "2026-04-30T12:00")).toMatchObject({ type: "unknown" });
    const gone = entry(4, "2026-05-30T08:00:00.000Z", "support", { kind: "schedule" });
    expect(decisionAt([...scheduleEntries, gone], () => [], "2026-05-31T12:00")).toMatchObject({
      type: "absent",
      entry: { generation: 4 },
    });
    expect(ask("yesterday")).toEqual({ type: "invalid" });
  });

  it("[HI5] find the change that started a manual close", () => {
    const closed = { ...support, manualClose: true };
    const renamed = { ...closed, name: "Help" };
    const until = { ...renamed, manualCloseUntil: "2026-06-01T00:00:00Z" };
    const entries = [
      entry(1, T1, support),
      entry(2, T2, closed, { by: BO }),
      entry(3, T3, renamed),
      entry(4, "2026-05-04T08:00:00.000Z", until),
    ];
    const began = (index: number, from = 0) => {
      const [all, asked] = [entries.slice(from), entries[index]];
      return asked === undefined ? null : manualCloseBegan(all, asked);
    };
    expect(began(2)).toEqual({ entry: entries[1], known: true });
    expect(began(3)).toEqual({ entry: entries[3], known: true });
    // The history begins with a closed schedule, so the start of its close is unknown.
    expect(began(2, 1)).toEqual({ entry: entries[1], known: false });
    const isNew = entry(1, T1, closed);
    expect(manualCloseBegan([isNew], isNew)).toEqual({ entry: isNew, known: true });
  });

  it("[HI5] list rules whose past value is unknown", () => {
    expect(decisionAt(scheduleEntries, () => [], "2026-05-03T16:02")).toMatchObject({
      answer: { unknownRules: ["hours", "may"], decision: { isOpen: false } },
    });
  });

  it("[HI5] request only the rules of that time", () => {
    expect(rulesAtCivilMinute(scheduleEntries, () => [], "2026-05-01T16:02")).toEqual(["hours"]);
    expect(rulesAtCivilMinute(scheduleEntries, () => [], "2026-05-10T16:02")).toEqual(["hours", "may"]);
    expect(rulesAtCivilMinute(scheduleEntries, () => [], "2026-04-01T16:02")).toEqual([]);
    expect(rulesAtCivilMinute(scheduleEntries, () => [], "last Tuesday")).toEqual([]);
  });
});
