import { mergeList } from "@schedule-manager/shared/editing/merge/merge-list";
import fc from "../../../../support/fast-check";

const list = (text: string): string[] => [...text];

describe("merging lists", () => {
  it.each<[string, string, string, string, string | null]>([
    ["no change", "abc", "abc", "abc", "abc"],
    ["mine alone", "abc", "abc", "cab", "cab"],
    ["theirs alone", "abc", "bca", "abc", "bca"],
    ["both added, at the end", "ab", "abx", "aby", "abxy"],
    ["both added, at the start", "ab", "xab", "yab", "xyab"],
    ["both added the same: it takes my position", "ab", "abx", "axb", "axb"],
    ["added behind an id that the other removed", "abc", "ac", "abxc", "axc"],
    ["both removed", "abcd", "bcd", "abc", "bc"],
    ["both removed the same", "abc", "ac", "ac", "ac"],
    ["one moved, the other added", "abc", "cab", "abcx", "cxab"],
    ["one moved an id, the other removed it", "abc", "cab", "ab", "ab"],
    ["both moved alike", "abc", "cab", "cab", "cab"],
    ["both moved, differently", "abc", "cab", "bca", null],
    ["one moved an id that the other removed, and the other moved the rest", "abc", "cab", "ba", "ba"],
    ["everything removed", "abc", "", "abcx", "x"],
    ["twice in a list counts once", "aab", "aab", "aabx", "abx"],
  ])("[MG1] %s", (_, base, theirs, mine, expected) => {
    expect(mergeList(list(base), list(theirs), list(mine))?.join("") ?? null).toBe(expected);
  });

  const ids = fc.uniqueArray(fc.constantFrom(...list("abcdefgh")), { maxLength: 6 });

  it("[MG2] changes of one side are taken, whichever side it is", () => {
    fc.assert(
      fc.property(ids, ids, (base, edited) => {
        expect(mergeList(base, base, edited)).toEqual(edited);
        expect(mergeList(base, edited, base)).toEqual(edited);
        expect(mergeList(base, edited, edited)).toEqual(edited);
      }),
    );
  });

  it("[MG3] every addition and removal of both sides is kept, without duplicates", () => {
    fc.assert(
      fc.property(ids, ids, ids, (base, theirs, mine) => {
        const merged = mergeList(base, theirs, mine);
        if (merged === null) return;
        const expected = new Set([
          ...base.filter((id) => theirs.includes(id) && mine.includes(id)),
          ...theirs.filter((id) => !base.includes(id)),
          ...mine.filter((id) => !base.includes(id)),
        ]);
        expect(new Set(merged)).toEqual(expected);
        expect(merged).toHaveLength(expected.size);
      }),
    );
  });

  it("[MG4] a conflict does not depend on which side is mine", () => {
    fc.assert(
      fc.property(ids, ids, ids, (base, theirs, mine) => {
        expect(mergeList(base, theirs, mine) === null).toBe(mergeList(base, mine, theirs) === null);
      }),
    );
  });
});
