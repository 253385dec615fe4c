import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import { edited, undone } from "@schedule-manager/plugin/drafts/drafts";
import { opened } from "@schedule-manager/plugin/navigation/navigation";
import type { Rule, StoredSchedule } from "@schedule-manager/shared/model/model";
import { RulePage } from "../../../plugin/src/pages/rule-page";
import { SchedulePage } from "../../../plugin/src/pages/schedule-page";
import { showOn, storeWith } from "./catalogue";
import { NOW, RULES, SALES, SUPPORT } from "./items";

const ALONE = { ...SALES, id: "alone", name: "Alone", rules: ["spare"] };
const USERS = ["Night", "Late", "Early"].map((name) => ({
  ...SALES,
  id: name.toLowerCase(),
  name,
  queues: [],
  aliases: [],
  rules: ["hours"],
}));
const [HOURS] = RULES as readonly [Rule];

function scene(
  page: "schedule" | "rule",
  from: string | null = SUPPORT.id,
  right: "edit" | "toggle" = "edit",
) {
  const store = storeWith({ schedules: [SUPPORT, ALONE, ...USERS], rules: RULES, right });
  if (from !== null) store.dispatch(opened({ kind: "schedule", id: from }));
  if (page === "rule") store.dispatch(opened({ kind: "rule", id: "hours" }));
  let keys = 0;
  const shown = page === "rule" ? <RulePage id="hours" /> : <SchedulePage id={from ?? ""} />;
  showOn(store, shown, { newKey: (kind) => `new:${kind}-${(keys += 1)}` });
  return {
    store,
    page: () => pluginState(store.getState()).navigation.page,
    drafts: () =>
      Object.values(pluginState(store.getState()).drafts.items).map((draft) => [draft?.id, draft?.value]),
    undo: () => {
      act(() => void store.dispatch(undone()));
    },
  };
}
const OWN = { ...stored(HOURS), name: "Open hours – Support" };
const own = { ...stored(SUPPORT), rules: ["new:rule-1", "lunch", "labor"] };

describe("a rule that several schedules use", () => {
  it("[ED22] the list names the others, and makes a copy for this schedule with the focus on it", async () => {
    const { drafts, undo } = scene("schedule");
    const list = screen.getByLabelText("Rules in order");
    expect(
      within(list)
        .getAllByText(/^Also used by/)
        .map(({ textContent }) => textContent),
    ).toEqual(["Also used by Early, Late and 1 more."]);
    fireEvent.click(screen.getByText("Only for this schedule"));
    expect(drafts()).toEqual([
      ["new:rule-1", OWN],
      ["support", own],
    ]);
    screen.getByText("This schedule now has its own copy of Open hours.");
    expect(document.activeElement).toBe(
      screen.getByLabelText("Move Open hours – Support: drag, or press the arrow keys"),
    );
    expect(screen.queryByText(/^Also used by/)).toBeNull();
    undo();
    expect(drafts()).toEqual([]);
    await screen.findByText(/^Also used by/);
  });

  it("[ED22] without the right to edit nothing is offered", () => {
    scene("schedule", SUPPORT.id, "toggle");
    screen.getByText(/^Also used by/);
    expect(screen.queryByText("Only for this schedule")).toBeNull();
  });

  it("[RE20] its page says so, and makes a copy for the schedule from which it was opened", () => {
    const { store, drafts, page } = scene("rule");
    screen.getByText(
      "4 schedules use this rule: Early, Late, Night, and Support. A change applies to all of them.",
    );
    // The copy takes over what the person began.
    const base = { revision: "3", value: stored(HOURS) };
    const value = { ...stored(HOURS), endTime: "18:00" };
    act(() => void store.dispatch(edited({ kind: "rule", id: "hours", base, value, at: NOW })));
    fireEvent.click(screen.getByText("Change it only for Support"));
    expect(drafts()).toEqual([
      ["new:rule-1", { ...OWN, endTime: "18:00" }],
      ["support", own],
    ]);
    expect(page()).toEqual({ type: "item", kind: "rule", id: "new:rule-1" });
  });

  it.each([null, "alone"])("[RE20] opened from %s, which does not use it, its page only says so", (from) => {
    scene("rule", from);
    screen.getByText(/^4 schedules use this rule/);
    expect(screen.queryByText(/^Change it only for/)).toBeNull();
  });

  it("[RE21] is removed from all of them and deleted in one undo step", () => {
    const { drafts, undo } = scene("rule");
    fireEvent.click(screen.getByText("Remove everywhere and delete"));
    expect(drafts()).toEqual([
      ...["early", "late", "night"].map((id): unknown => [id, expect.objectContaining({ rules: [] })]),
      ["support", expect.objectContaining({ rules: ["lunch", "labor"] })],
      ["hours", null],
    ]);
    undo();
    expect(drafts()).toEqual([]);
  });
});

describe("the copy of a schedule", () => {
  // Days have buttons to copy their hours, after the page's own.
  const pressCopy = (): void => {
    const [button] = screen.getAllByText("Copy");
    if (button !== undefined) fireEvent.click(button);
  };
  const added = (drafts: readonly (readonly unknown[])[]): StoredSchedule =>
    drafts[drafts.length - 1]?.[1] as StoredSchedule;

  it("[ED20] the page asks whether rules are shared or copied, and opens the copy", async () => {
    const { drafts, page, undo } = scene("schedule");
    pressCopy();
    const dialog = await screen.findByRole("dialog");
    within(dialog).getByText("Copy Support");
    expect(within(dialog).getByLabelText(/^Use the same rules/)).toBeChecked();
    fireEvent.submit(dialog.querySelector("form") ?? dialog);
    expect(drafts()).toHaveLength(1);
    expect(added(drafts())).toMatchObject({ name: "Support (copy)", rules: SUPPORT.rules });
    expect(page()).toEqual({ type: "item", kind: "schedule", id: "new:schedule-1" });
    undo();
    await waitFor(() => {
      expect(screen.queryByRole("dialog")).toBeNull();
    });
    pressCopy();
    const again = await screen.findByRole("dialog");
    fireEvent.click(within(again).getByLabelText(/^Copy the rules too/));
    fireEvent.submit(again.querySelector("form") ?? again);
    expect(drafts().map(([id]) => id)).toEqual(["new:rule-3", "new:rule-4", "new:rule-5", "new:schedule-2"]);
    expect(added(drafts()).rules).toEqual(["new:rule-3", "new:rule-4", "new:rule-5"]);
  });
});

describe("the field that adds a rule", () => {
  it("[ED21] says that all rules are in the schedule already when none is left", () => {
    const store = storeWith({ schedules: [{ ...SUPPORT, rules: RULES.map(({ id }) => id) }], rules: RULES });
    showOn(store, <SchedulePage id={SUPPORT.id} />);
    const field = screen.getByLabelText("Add a rule");
    fireEvent.click(field);
    screen.getByText("All rules are in this schedule already.");
    fireEvent.change(field, { target: { value: "lunch" } });
    screen.getByText("All rules are in this schedule already.");
    expect(screen.queryByText("Nothing found")).toBeNull();
  });

  it("[ED21] says that there is no rule where there is none", () => {
    showOn(storeWith({ schedules: [{ ...SUPPORT, rules: [] }] }), <SchedulePage id={SUPPORT.id} />);
    fireEvent.click(screen.getByLabelText("Add a rule"));
    screen.getByText("There are no rules to choose from yet.");
  });
});
