import { reasonsInUse } from "@schedule-manager/plugin/pages/reasons-in-use";

const closed = (closedReason?: string) => ({
  id: "r",
  name: "R",
  isOpen: false,
  ...(closedReason === undefined ? {} : { closedReason }),
});

describe("the reasons that a form suggests", () => {
  it("[RE3] the most frequent reasons of closed rules come first, equally frequent ones by name", () => {
    const rules = [
      closed("lunch"),
      closed("fair"),
      closed("holiday"),
      closed("holiday"),
      closed(),
      closed(""),
      { ...closed("open"), isOpen: true },
    ];
    expect(reasonsInUse(rules)).toEqual(["holiday", "fair", "lunch"]);
    expect(reasonsInUse([...rules].reverse())).toEqual(["holiday", "fair", "lunch"]);
  });
});
