import { growthOf, type Sample } from "../../bench/soak/growth";

const FLAT: Sample = { heapMb: 50, sockets: 4, listeners: 400, nodes: 3000 };
const samples = (...last: readonly Partial<Sample>[]): readonly Sample[] => [
  ...Array.from({ length: 6 }, () => FLAT),
  ...last.map((more) => ({ ...FLAT, ...more })),
];

describe("what a page holds after an hour", () => {
  it.each([
    [
      "a little more memory is noise",
      samples({ heapMb: 52 }, { heapMb: 52 }, { heapMb: 52 }),
      "heapMb",
      false,
    ],
    ["much more memory grows", samples({ heapMb: 53 }, { heapMb: 54 }, { heapMb: 55 }), "heapMb", true],
    ["one peak is noise", samples({ heapMb: 50 }, { heapMb: 90 }, { heapMb: 50 }), "heapMb", false],
    ["less memory does not grow", samples({ heapMb: 40 }, { heapMb: 40 }, { heapMb: 40 }), "heapMb", false],
    ["one more socket grows", samples({ sockets: 5 }, { sockets: 5 }, { sockets: 5 }), "sockets", true],
    [
      "more listeners grow",
      samples({ listeners: 421 }, { listeners: 421 }, { listeners: 421 }),
      "listeners",
      true,
    ],
    [
      "a measure that is missing counts as growing",
      samples({ nodes: NaN }, { nodes: NaN }, { nodes: NaN }),
      "nodes",
      true,
    ],
  ] as const)("[SL11] %s", (_, all, measure, isGrowing) => {
    expect(growthOf(all, measure).isGrowing).toBe(isGrowing);
  });
});
