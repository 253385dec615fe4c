import { useState } from "react";
import { act } from "@testing-library/react";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { editedTogether, undone } from "@schedule-manager/plugin/drafts/drafts";
import { useWeeklyHours } from "@schedule-manager/plugin/features/weekly-hours/use-weekly-hours";
import { presenceBegun, presenceChanged } from "@schedule-manager/plugin/locks/presence";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { showOn, storeWith } from "./catalogue";
import { NOW, SALES } from "./items";

const weekly = (id: string, days: string, startTime = "08:00", endTime = "17:00"): Rule => ({
  id,
  name: id,
  isOpen: true,
  dateRRule: `FREQ=WEEKLY;BYDAY=${days}`,
  startTime,
  endTime,
});
const RULES: readonly Rule[] = [
  weekly("own", "MO"),
  weekly("other", "TU", "09:00"),
  weekly("shared", "WE"),
  weekly("referred", "TH"),
  {
    id: "eve",
    name: "Eve",
    isOpen: false,
    relativeTo: { rules: ["referred"], days: -1 },
  },
  { id: "lunch", name: "Lunch", isOpen: false, startTime: "12:00", endTime: "13:00" },
];
const SUPPORT: Schedule = {
  id: "support",
  name: "Support",
  timeZone: "America/Chicago",
  manualClose: false,
  rules: ["lunch", "own", "other", "shared", "referred"],
};
const DAY = { start: 480, end: 1020 };
const LATE = { start: 540, end: 1020 };

function use(schedule: Schedule | null = SUPPORT) {
  const store = storeWith({ schedules: [SUPPORT, { ...SALES, rules: ["shared"] }], rules: RULES });
  store.dispatch(presenceBegun({ lockId: "page-a", by: { identity: "ada", name: "Ada" } }));
  let found: ReturnType<typeof useWeeklyHours> | undefined;
  let keys = 0;
  let open: (schedule: Schedule) => void = () => undefined;
  function Probe() {
    const [shown, setShown] = useState(schedule);
    open = setShown;
    found = useWeeklyHours(shown);
    return null;
  }
  showOn(store, <Probe />, {
    newKey: (kind) => `new-${kind}-${(keys += 1)}`,
  });
  const hours = () => found as ReturnType<typeof useWeeklyHours>;
  return {
    store,
    hours,
    open: (next: Schedule) => {
      act(() => {
        open(next);
      });
    },
    change: (next: ReturnType<typeof hours>["hours"]) => {
      act(() => {
        hours().change(next);
      });
    },
    drafts: () =>
      Object.values(pluginState(store.getState()).drafts.items).map((draft) => [draft?.id, draft?.value]),
    lock: (id: string, lockId = "page-b") => {
      const data = { lockId, by: { identity: "bo" }, since: "2026-09-04T16:00:00Z", beat: 0 };
      const entry = { ref: itemRef("rule", id), data, updated: NOW };
      act(() => void store.dispatch(presenceChanged({ events: [{ type: "changed", entry }], now: NOW })));
    },
  };
}

describe("the weekly hours of an edited schedule", () => {
  it("[WH1, WH2] are its own weekly rules; those that are used elsewhere are counted only", () => {
    const { hours } = use();
    expect(hours()).toMatchObject({
      hours: [[DAY], [LATE], [], [], [], [], []],
      own: ["own", "other"],
      shared: ["shared", "referred"],
      locked: null,
    });
  });

  it("[WH3, WH4] a change is drafts of rules and schedule in one undo step; the rules of others stay", () => {
    const { store, change, drafts } = use();
    change([[DAY], [], [], [], [], [LATE, { start: 1200, end: 1260 }], []]);
    const name = (text: string): unknown => expect.stringMatching(new RegExp(`^Sat ${text}`));
    expect(drafts()).toEqual([
      ["new-rule-1", expect.objectContaining({ name: name("8:00"), startTime: "20:00", isOpen: true })],
      ["other", expect.objectContaining({ dateRRule: "FREQ=WEEKLY;BYDAY=SA", startTime: "09:00" })],
      ["support", expect.objectContaining({ rules: [...SUPPORT.rules, "new-rule-1"] })],
    ]);
    expect(drafts()[2]?.[1]).not.toHaveProperty("id");
    act(() => void store.dispatch(undone()));
    expect(drafts()).toEqual([]);
  });

  it("[WH4] a rule without an opening is deleted and leaves the schedule", () => {
    const { change, drafts, hours } = use();
    change([[DAY], [], [], [], [], [], []]);
    expect(drafts()).toEqual([
      ["support", expect.objectContaining({ rules: ["lunch", "own", "shared", "referred"] })],
      ["other", null],
    ]);
    expect(hours().own).toEqual(["own"]);
  });

  it("[WH4] other times alone leave the schedule as it is", () => {
    const { change, drafts } = use();
    change([[{ start: 495, end: 1020 }], [LATE], [], [], [], [], []]);
    expect(drafts().map(([id]) => id)).toEqual(["own"]);
  });

  it("[WH2] a rule that another schedule's draft uses is part of the hours no longer", () => {
    const { store, hours } = use();
    const { id: _, ...sales } = SALES;
    act(
      () =>
        void store.dispatch(
          editedTogether({
            edits: [
              {
                kind: "schedule",
                id: "other",
                value: { ...sales, rules: ["own"] },
                base: { revision: "3", value: { ...sales, rules: ["shared"] } },
              },
            ],
            at: NOW,
          }),
        ),
    );
    expect(hours().own).not.toContain("own");
    expect(hours().shared).toContain("own");
  });

  it("[ED10] say when somebody else edits one of their rules", () => {
    const { lock, hours } = use();
    lock("shared");
    lock("own", "page-a");
    expect(hours().locked).toBeNull();
    lock("other");
    expect(hours().locked).toBe(itemRef("rule", "other"));
  });

  it("[WH7] without a schedule there are no hours, and nothing to change", () => {
    const { hours, change, drafts } = use(null);
    expect(hours()).toMatchObject({ hours: [[], [], [], [], [], [], []], own: [], shared: [] });
    change([[DAY], [], [], [], [], [], []]);
    expect(drafts()).toEqual([]);
  });

  it("[WH7] follow the schedule of the page", () => {
    const { open, hours } = use(null);
    open(SUPPORT);
    expect(hours().own).toEqual(["own", "other"]);
    open({ ...SALES, rules: ["shared"] });
    expect(hours()).toMatchObject({ own: [], shared: ["shared"] });
  });
});
