import fc from "../../../../support/fast-check";
import {
  blockAt,
  drawnBlock,
  type HoursBlock,
  movedBlock,
  stretchedBlock,
  suggestedBlock,
  withBlock,
} from "@schedule-manager/shared/editing/weekly-hours/blocks";
import type { WeeklyHours } from "@schedule-manager/shared/editing/weekly-hours/hours";

const at = (hour: number): number => hour * 60;
const block = (weekday: number, start: number, end: number): HoursBlock => ({
  weekday,
  range: { start: at(start), end: at(end) },
});

const HOURS: WeeklyHours = [
  [
    { start: at(8), end: at(12) },
    { start: at(13), end: at(17) },
  ],
  [],
  [],
  [],
  [],
  [],
  [{ start: at(22), end: at(30) }],
];

describe("blocks of the weekly hours", () => {
  it("[WH10] a minute belongs to the block that contains it, or to the night that began the day before", () => {
    expect(blockAt(HOURS, 0, at(8))).toEqual(block(0, 8, 12));
    expect(blockAt(HOURS, 0, at(12))).toBeNull();
    expect(blockAt(HOURS, 6, at(23))).toEqual(block(6, 22, 30));
    expect(blockAt(HOURS, 0, at(5))).toEqual(block(6, 22, 30));
    expect(blockAt(HOURS, 0, at(6))).toBeNull();
  });

  it.each([
    ["by a quarter", block(0, 8, 12), 0, 15, block(0, 8.25, 12.25)],
    [
      "to the next quarter",
      { weekday: 0, range: { start: 490, end: 730 } },
      0,
      15,
      { weekday: 0, range: { start: 510, end: 750 } },
    ],
    ["to the end of the day at the latest", block(0, 13, 17), 0, at(10), block(0, 20, 24)],
    ["to midnight at the earliest", block(0, 8, 12), 0, -at(10), block(0, 0, 4)],
    ["over the end of the week", block(6, 8, 12), 1, 0, block(0, 8, 12)],
    ["to the last week's day", block(0, 8, 12), -1, 0, block(6, 8, 12)],
    ["as a night", block(6, 22, 30), 0, at(5), block(6, 23.75, 31.75)],
    ["not at all when it fills the day", block(0, 0, 24), 0, 15, block(0, 0, 24)],
  ])("[WH10] a block moves %s", (_, from, days, minutes, expected) => {
    expect(movedBlock(from, days, minutes)).toEqual(expected);
  });

  it.each([
    ["end", 15, block(0, 8, 12.25)],
    ["end", -at(9), block(0, 8, 8.25)],
    ["end", at(30), block(0, 8, 32)],
    ["start", -15, block(0, 7.75, 12)],
    ["start", -at(20), block(0, 0, 12)],
    ["start", at(9), block(0, 11.75, 12)],
  ] as const)(
    "[WH10] the %s of a block stretches by %s minutes within its limits",
    (edge, minutes, expected) => {
      expect(stretchedBlock(block(0, 8, 12), edge, minutes)).toEqual(expected);
    },
  );

  it("[WH11] a drawn block covers the quarters between two minutes in either direction", () => {
    expect(drawnBlock(2, 605, 640)).toEqual({ weekday: 2, range: { start: 600, end: 645 } });
    expect(drawnBlock(2, 640, 605)).toEqual({ weekday: 2, range: { start: 600, end: 645 } });
    expect(drawnBlock(2, 1440, 1440)).toEqual({ weekday: 2, range: { start: 1425, end: 1440 } });
  });

  it("[WH11] a new block begins at nine or with the closed part, and ends with it", () => {
    expect(suggestedBlock(5, 0, 1440)).toEqual(block(5, 9, 17));
    expect(suggestedBlock(0, at(12), at(13))).toEqual(block(0, 12, 13));
    expect(suggestedBlock(0, at(17), at(24))).toEqual(block(0, 17, 24));
    expect(suggestedBlock(0, 490, 500)).toBeNull();
  });

  it("[WH10] a block replaces another, joins the one it touches, and leaves other days as they are", () => {
    const moved = withBlock(HOURS, block(0, 8, 12), block(0, 9, 13));
    expect(moved[0]).toEqual([{ start: at(9), end: at(17) }]);
    expect(moved.slice(1)).toEqual(HOURS.slice(1));
    const other = withBlock(HOURS, block(0, 8, 12), block(3, 8, 12));
    expect([other[0], other[3]]).toEqual([[block(0, 13, 17).range], [block(3, 8, 12).range]]);
    expect(withBlock(HOURS, block(6, 22, 30), null)[6]).toEqual([]);
    expect(withBlock(HOURS, null, block(1, 9, 17))[1]).toEqual([{ start: at(9), end: at(17) }]);
  });

  it("[WH10] a moved or stretched block stays an opening: it begins within its day and lasts up to 24 hours", () => {
    const moves = fc.record({
      weekday: fc.integer({ min: 0, max: 6 }),
      start: fc.integer({ min: 0, max: 1439 }),
      length: fc.integer({ min: 1, max: 1440 }),
      days: fc.integer({ min: -9, max: 9 }),
      minutes: fc.integer({ min: -3000, max: 3000 }),
    });
    fc.assert(
      fc.property(moves, ({ weekday, start, length, days, minutes }) => {
        const from = { weekday, range: { start, end: start + length } };
        for (const { weekday: on, range } of [
          movedBlock(from, days, minutes),
          stretchedBlock(from, "start", minutes),
          stretchedBlock(from, "end", minutes),
        ]) {
          expect([0, 1, 2, 3, 4, 5, 6]).toContain(on);
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.start).toBeLessThan(1440);
          expect(range.end).toBeGreaterThan(range.start);
          expect(range.end - range.start).toBeLessThanOrEqual(1440);
        }
      }),
    );
  });
});
