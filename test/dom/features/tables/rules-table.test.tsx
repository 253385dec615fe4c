import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { undone } from "@schedule-manager/plugin/drafts/drafts";
import { presenceBegun, presenceChanged } from "@schedule-manager/plugin/locks/presence";
import type { Rule } from "@schedule-manager/shared/model/model";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { RulesTable } from "../../../../plugin/src/features/tables/rules-table";
import { showOn, storeWith } from "../catalogue";
import { NOW, RULES, SALES, SUPPORT } from "../items";

const EVE: Rule = { id: "eve", name: "Eve", isOpen: false, relativeTo: { rules: ["labor"], days: -1 } };
const OTHER = { ...SALES, id: "late", name: "Late", rules: ["spare"] };

function table(right: "edit" | "toggle" | "read" = "edit") {
  const store = storeWith({
    schedules: [SUPPORT, OTHER],
    rules: [...RULES, EVE, { ...EVE, id: "unused", name: "Unused" }],
    right,
  });
  store.dispatch(presenceBegun({ lockId: "page-a", by: { identity: "ada", name: "Ada" } }));
  const notify = jest.fn();
  showOn(store, <RulesTable />, { notify });
  return {
    notify,
    drafts: () =>
      Object.values(pluginState(store.getState()).drafts.items).map((draft) => [draft?.id, draft?.value]),
    undo: () => {
      act(() => void store.dispatch(undone()));
    },
    lock: (ref: ItemRef) => {
      const data = {
        lockId: "page-b",
        by: { identity: "bo", name: "Bo" },
        since: new Date(NOW).toISOString(),
        beat: 0,
      };
      const event = { type: "changed" as const, entry: { ref, data, updated: NOW } };
      act(() => void store.dispatch(presenceChanged({ events: [event], now: NOW })));
    },
  };
}
const select = (...names: readonly string[]): void => {
  for (const name of names) fireEvent.click(screen.getByLabelText(`Select ${name}`));
};
// A query by role looks at the style of every element of the table, which takes seconds.
const dialogShown = (): Promise<HTMLElement> =>
  waitFor(() => {
    const found = document.querySelector<HTMLElement>("[role=dialog]");
    if (found === null) throw new Error("no dialog");
    return found;
  });
const press = (text: string): void => void fireEvent.click(screen.getByText(text));

describe("the bar for selected rules", () => {
  it("[TA9] an unused rule is deleted with one press, as a draft", () => {
    const { drafts, notify, undo } = table();
    select("Unused");
    press("Delete");
    expect(drafts()).toEqual([["unused", null]]);
    expect(notify.mock.calls).toEqual([["success", "1 rule will be deleted when you publish."]]);
    expect(screen.queryByText("1 selected")).toBeNull();
    undo();
    expect(drafts()).toEqual([]);
  });

  it("[TA9] rules in use ask first, and leave their schedules in the same undo step", async () => {
    const { drafts, undo } = table();
    select("Lunch", "Spare", "Labor Day");
    press("Delete");
    const dialog = await dialogShown();
    within(dialog).getByText("Delete 2 rules");
    within(dialog).getByText("This also changes 2 schedules that use a deleted rule: Late and Support.");
    within(dialog).getByText("Not deleted, because the days of another rule depend on it: Labor Day.");
    fireEvent.submit(dialog.querySelector("form") ?? dialog);
    expect(drafts()).toEqual([
      ["support", expect.objectContaining({ rules: ["hours", "labor"] })],
      ["late", expect.objectContaining({ rules: [] })],
      ["lunch", null],
      ["spare", null],
    ]);
    undo();
    expect(drafts()).toEqual([]);
  });

  it("[TA9] rules that somebody else edits, or whose schedule somebody else edits, stay", async () => {
    const { drafts, lock } = table();
    lock("s:late");
    lock("r:unused");
    select("Spare", "Unused");
    press("Delete");
    const dialog = await dialogShown();
    within(dialog).getByText("Left as they are, because somebody else edits them: Spare and Unused.");
    expect(within(dialog).getByText("Delete").closest("button")).toBeDisabled();
    fireEvent.submit(dialog.querySelector("form") ?? dialog);
    expect(drafts()).toEqual([]);
  });

  it("[TA9] an unused rule beside one that stays is deleted after the question", async () => {
    const { drafts, lock } = table();
    lock("r:unused");
    select("Eve", "Unused");
    press("Delete");
    const dialog = await dialogShown();
    within(dialog).getByText("Left as it is, because somebody else edits it: Unused.");
    fireEvent.submit(dialog.querySelector("form") ?? dialog);
    expect(drafts()).toEqual([["eve", null]]);
  });

  it("[TA9] without the right to edit rules can be exported only, and a viewer selects none", () => {
    table("toggle");
    fireEvent.click(screen.getByLabelText("Select all rules in this list"));
    screen.getByText("6 selected");
    screen.getByText("Export");
    expect(screen.queryByText("Delete")).toBeNull();
  });

  it("[TA9] a viewer has no boxes", () => {
    table("read");
    expect(screen.queryByLabelText("Select Lunch")).toBeNull();
  });
});
