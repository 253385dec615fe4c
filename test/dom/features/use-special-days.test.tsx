import { act } from "@testing-library/react";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { undone } from "@schedule-manager/plugin/drafts/drafts";
import { useSpecialDays } from "@schedule-manager/plugin/features/special-days/use-special-days";
import { presenceBegun, presenceChanged } from "@schedule-manager/plugin/locks/presence";
import {
  newSpecialDayForm,
  type SpecialDayForm,
} from "@schedule-manager/shared/editing/special-days/special-day-form";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { showOn, storeWith } from "./catalogue";
import { RULES, SALES, SUPPORT, TODAY } from "./items";

type Edited = ReturnType<typeof useSpecialDays>;

function use() {
  const store = storeWith({ schedules: [SUPPORT, SALES], rules: RULES });
  store.dispatch(presenceBegun({ lockId: "page-a", by: { identity: "ada", name: "Ada" } }));
  let edited: Edited | undefined;
  let keys = 0;
  function Probe() {
    edited = useSpecialDays(SUPPORT, TODAY);
    return null;
  }
  showOn(store, <Probe />, { newKey: (kind) => `new-${kind}-${(keys += 1)}` });
  return {
    store,
    edited: (): Edited => edited as Edited,
    drafts: () =>
      Object.values(pluginState(store.getState()).drafts.items).map((draft) => [draft?.id, draft?.value]),
  };
}
const form = (more: Partial<SpecialDayForm>): SpecialDayForm => ({
  ...newSpecialDayForm(),
  spans: ["2026-12-24", "2026-12-31"].map((from) => ({ from, to: "" })),
  ...more,
});

describe("the special days of a schedule", () => {
  it("[SD1] lists the days of the schedule's own rules and every schedule that can get more", () => {
    const { edited } = use();
    expect(edited().coming.map(({ rule }) => rule.id)).toEqual(["labor"]);
    expect(edited().schedules.map(({ id }) => id)).toEqual(["support", "other"]);
    expect(edited().locked).toEqual([]);
  });

  it("[SD6] new rules come first in each chosen schedule and in no other, in one undo step", () => {
    const { store, edited, drafts } = use();
    const ranges = [
      { start: 9 * 60, end: 12 * 60 },
      { start: 14 * 60, end: 16 * 60 },
    ];
    act(() => {
      edited().add(form({ isOpen: true, ranges, name: "Eves" }), ["support"]);
    });
    expect(drafts()).toEqual([
      [
        "new-rule-1",
        expect.objectContaining({ name: expect.stringMatching(/^Eves, 9:00/) as string, isOpen: true }),
      ],
      [
        "new-rule-2",
        expect.objectContaining({ name: expect.stringMatching(/^Eves, 2:00/) as string, isOpen: true }),
      ],
      ["support", expect.objectContaining({ rules: ["new-rule-1", "new-rule-2", ...SUPPORT.rules] })],
    ]);
    expect(drafts()[2]?.[1]).not.toHaveProperty("id");
    act(() => void store.dispatch(undone()));
    expect(drafts()).toEqual([]);
  });

  it("[SD4] a closure makes one closed rule with its reason and without the form's hours", () => {
    const { edited, drafts } = use();
    const ranges = [{ start: 60, end: 120 }];
    act(() => {
      edited().add(form({ isOpen: false, closedReason: "training", ranges, name: " Move " }), [
        "other",
        "support",
      ]);
    });
    expect(drafts()).toEqual([
      ["new-rule-1", expect.objectContaining({ name: "Move", isOpen: false, closedReason: "training" })],
      ["support", expect.objectContaining({ rules: ["new-rule-1", ...SUPPORT.rules] })],
      ["other", expect.objectContaining({ rules: ["new-rule-1"] })],
    ]);
    expect(drafts()[0]?.[1]).not.toHaveProperty("startTime");
  });

  it("[SD6] names the schedules that somebody else edits", () => {
    const { store, edited } = use();
    const data = { lockId: "page-b", by: { identity: "bo" }, since: "2026-09-04T16:00:00Z", beat: 0 };
    const entry = { ref: itemRef("schedule", "other"), data, updated: 1 };
    act(() => void store.dispatch(presenceChanged({ events: [{ type: "changed", entry }], now: 1 })));
    expect(edited().locked).toEqual(["other"]);
  });
});
