import type { CalendarEvent } from "@schedule-manager/shared/import-export/ical/calendar-event";
import { kindsOf } from "@schedule-manager/shared/import-export/ical/kinds";

/** Events of a name and a note; the rest says nothing of the kind. */
const kinds = (...given: readonly (readonly [name: string, note: string])[]) =>
  Object.fromEntries(kindsOf(given.map(([summary, note]) => ({ summary, note }) as CalendarEvent)));
/** Notes that only one event each has. */
const single = (count: number) =>
  Array.from({ length: count }, (_, index) => [`Event ${index}`, `note ${index}`] as const);

describe("the kinds of days that the notes of a calendar name", () => {
  test.each<[string, readonly (readonly [string, string])[], Record<string, string>]>([
    ["a note names its kind", [["A", "Observance"]], { Observance: "Observance" }],
    [
      "a note that begins with another is of a kind beside it",
      [
        ["A", "Public holiday"],
        ["B", "Public holiday in Ohio"],
      ],
      { "Public holiday": "Public holiday", "Public holiday in Ohio": "Public holiday …" },
    ],
    [
      "one that begins with another's letters, but not with its words, is its own",
      [
        ["A", "Public"],
        ["B", "Publicly"],
      ],
      { Public: "Public", Publicly: "Publicly" },
    ],
    ["a note of 60 characters is a kind", [["A", "x".repeat(60)]], { ["x".repeat(60)]: "x".repeat(60) }],
    ["a longer one is prose", [["A", "x".repeat(61)]], {}],
    [
      "an address is none, nor is an empty note",
      [
        ["A", "see https://a.org"],
        ["B", ""],
      ],
      {},
    ],
    [
      "a long note that begins with a kind is of that kind",
      [
        ["A", "Observance"],
        ["B", `Observance ${"x".repeat(80)}`],
      ],
      { Observance: "Observance", [`Observance ${"x".repeat(80)}`]: "Observance …" },
    ],
    ["a note that repeats the name says nothing", [["A", "A"]], {}],
    [
      "a note that repeats the name of one event is the kind of another",
      [
        ["A", "A"],
        ["B", "A"],
      ],
      { A: "A" },
    ],
  ])("[IC29] %s", (_, events, expected) => {
    expect(kinds(...events)).toEqual(expected);
  });

  it("[IC29] twelve different notes are kinds; of more, those of several names", () => {
    expect(Object.keys(kinds(...single(12)))).toHaveLength(12);
    expect(kinds(...single(13))).toEqual({});
    expect(kinds(...single(13), ["A", "Observance"], ["A", "Observance"])).toEqual({});
    expect(kinds(...single(13), ["A", "Observance"], ["B", "Observance"])).toEqual({
      Observance: "Observance",
    });
    // The events of a kind count together.
    const both = [
      ["A", "Day"],
      ["B", "Day off"],
      ["C", "Day out"],
    ] as const;
    expect(kinds(...single(13), ...both)).toEqual({ "Day off": "Day …", "Day out": "Day …" });
  });
});
