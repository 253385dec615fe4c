import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { edited, undone } from "@schedule-manager/plugin/drafts/drafts";
import { presenceBegun, presenceChanged } from "@schedule-manager/plugin/locks/presence";
import type { Configuration, StoredSchedule } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { SchedulesTable } from "../../../../plugin/src/features/tables/schedules-table";
import { showOn, storeWith } from "../catalogue";
import { NOW, RULES, SALES, SUPPORT } from "../items";

const NIGHT = { ...SALES, id: "night", name: "Night", rules: ["hours"], queues: [], aliases: [] };
const downloads: { name: string; text: Promise<string> }[] = [];

beforeAll(() => {
  let file: Blob | undefined;
  // jsdom has no object URLs and no navigation to a file.
  URL.createObjectURL = (blob: Blob) => {
    file = blob;
    return "blob:file";
  };
  URL.revokeObjectURL = () => undefined;
  HTMLAnchorElement.prototype.click = function click() {
    const blob = file as Blob;
    const text = new Promise<string>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => {
        resolve(reader.result as string);
      };
      reader.readAsText(blob);
    });
    downloads.push({ name: this.download, text });
  };
});
beforeEach(() => {
  downloads.length = 0;
});

function table(right: "edit" | "toggle" = "edit") {
  const store = storeWith({ schedules: [SUPPORT, SALES, NIGHT], rules: RULES, right });
  store.dispatch(presenceBegun({ lockId: "page-a", by: { identity: "ada", name: "Ada" } }));
  let keys = 0;
  const notify = jest.fn();
  showOn(store, <SchedulesTable />, { notify, newKey: (kind) => `new:${kind}-${(keys += 1)}` });
  const drafts = (): readonly (readonly [string, StoredSchedule | null])[] =>
    Object.values(pluginState(store.getState()).drafts.items).map((draft) => [
      draft?.id ?? "",
      (draft?.value ?? null) as StoredSchedule | null,
    ]);
  return {
    store,
    notify,
    drafts,
    rulesOf: () => drafts().map(([id, value]) => [id, value?.rules]),
    undo: () => {
      act(() => void store.dispatch(undone()));
    },
    lock: (id: string) => {
      const data = {
        lockId: "page-b",
        by: { identity: "bo", name: "Bo" },
        since: new Date(NOW).toISOString(),
        beat: 0,
      };
      const entry = { ref: itemRef("schedule", id), data, updated: NOW };
      act(() => void store.dispatch(presenceChanged({ events: [{ type: "changed", entry }], now: NOW })));
    },
  };
}
const select = (...names: readonly string[]): void => {
  for (const name of names) fireEvent.click(screen.getByLabelText(`Select ${name}`));
};
const press = (item: string): void => {
  fireEvent.click(screen.getByText("More"));
  fireEvent.click(screen.getByText(item));
};
// A query by role looks at the style of every element of the table, which takes seconds.
const menuItems = (which = ""): (string | null)[] =>
  [...document.querySelectorAll(`[role=menuitem]${which}`)].map(({ textContent }) => textContent);
const dialog = (): Promise<HTMLElement> =>
  waitFor(() => {
    const found = document.querySelector<HTMLElement>("[role=dialog]");
    if (found === null) throw new Error("no dialog");
    return found;
  });
const typed = (field: HTMLElement, text: string): void => {
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: text } });
};
async function chooseRule(name: string): Promise<HTMLElement> {
  const box = await dialog();
  const field = within(box).getByLabelText("Rules", { selector: "input" });
  typed(field, name);
  fireEvent.keyDown(field, { key: "Enter" });
  return box;
}
const confirm = (box: HTMLElement): void => void fireEvent.submit(box.querySelector("form") ?? box);

describe("edits of the selected schedules", () => {
  it("[TA8] rules are added as drafts of one undo step, closures before the other rules", async () => {
    const { notify, rulesOf, undo } = table();
    select("Support", "Sales", "Night");
    press("Add rules…");
    const box = await chooseRule("Labor");
    // Support has it.
    within(box).getByText("2 of 3 schedules change.");
    expect(within(box).getByLabelText(/^Before the other rules/)).toBeChecked();
    confirm(box);
    expect(rulesOf()).toEqual([
      ["other", ["labor"]],
      ["night", ["labor", "hours"]],
    ]);
    expect(notify.mock.calls).toEqual([["success", "Rules were added to 2 schedules, as drafts."]]);
    undo();
    expect(rulesOf()).toEqual([]);
    // The selection stays for the next action.
    press("Add rules…");
    const again = await chooseRule("Spare");
    expect(within(again).getByLabelText(/^After the other rules/)).toBeChecked();
    fireEvent.click(within(again).getByLabelText(/^Before the other rules/));
    confirm(again);
    expect(rulesOf()).toContainEqual(["night", ["spare", "hours"]]);
  });

  it("[TA8] rules are removed from the schedules that use them; others are not offered", async () => {
    const { rulesOf } = table();
    select("Support", "Night");
    press("Remove rules…");
    const box = await dialog();
    fireEvent.click(within(box).getByLabelText("Rules", { selector: "input" }));
    expect([...box.querySelectorAll("[role=option]")].map(({ textContent }) => textContent)).toEqual([
      "Labor Dayin 1 of 2",
      "Lunchin 1 of 2",
      "Open hoursin 2 of 2",
    ]);
    confirm(await chooseRule("Open"));
    expect(rulesOf()).toEqual([
      ["support", ["lunch", "labor"]],
      ["night", []],
    ]);
  });

  it("[TA8] a group is set, or removed with an empty field; hidden characters are refused", async () => {
    const { drafts } = table();
    select("Support", "Night");
    press("Set the group…");
    const box = await dialog();
    const field = within(box).getByLabelText("Group");
    expect(field).toHaveValue("");
    within(box).getByText("Remove the group of 1 schedule");
    typed(field, "A\u202eB");
    within(box).getByText(/U\+202E/);
    confirm(box);
    expect(drafts()).toEqual([]);
    typed(field, " Nights ");
    confirm(box);
    expect(drafts().map(([id, value]) => [id, value?.group])).toEqual([
      ["support", "Nights"],
      ["night", "Nights"],
    ]);
    select("Support");
    press("Set the group…");
    const other = await dialog();
    expect(within(other).getByLabelText("Group")).toHaveValue("Nights");
    typed(within(other).getByLabelText("Group"), "");
    confirm(other);
    expect(drafts().find(([id]) => id === "night")?.[1]).not.toHaveProperty("group");
  });

  it("[TA8] copies have the rules or copies of them, as the dialog asks, and one undo removes them", async () => {
    const { drafts, undo, notify } = table();
    select("Sales", "Night");
    press("Copy…");
    const box = await dialog();
    within(box).getByText("Night and Sales");
    fireEvent.click(within(box).getByLabelText(/^Copy the rules too/));
    confirm(box);
    expect(drafts().map(([id, value]) => [id, value?.name, value?.rules])).toEqual([
      ["new:rule-3", "Open hours – Night (copy)", undefined],
      ["new:schedule-1", "Sales (copy)", []],
      ["new:schedule-2", "Night (copy)", ["new:rule-3"]],
    ]);
    expect(notify.mock.calls).toEqual([["success", "2 schedules were copied, as drafts."]]);
    expect(screen.queryByText("More")).toBeNull();
    // The copies can be selected too.
    select("Night (copy)");
    undo();
    expect(drafts()).toEqual([]);
    expect(screen.queryByText("More")).toBeNull();
  });

  it("[TA8] a schedule that somebody else edits stays as it is and is named", async () => {
    const { notify, drafts, rulesOf, lock, undo } = table();
    lock("night");
    select("Sales", "Night");
    press("Add rules…");
    const box = await chooseRule("Lunch");
    within(box).getByText("Left as it is, because somebody else edits it: Night.");
    confirm(box);
    expect(rulesOf()).toEqual([["other", ["lunch"]]]);
    undo();
    press("Delete");
    expect(drafts()).toEqual([["other", null]]);
    expect(notify).toHaveBeenLastCalledWith(
      "warning",
      "1 schedule will be deleted when you publish. Left as it is, because somebody else edits it: Night.",
    );
  });

  it("[TA8] where all are locked or deleted already, only the file is offered", () => {
    const { lock } = table();
    lock("night");
    select("Night");
    fireEvent.click(screen.getByText("More"));
    const offered = (): (string | null)[] => menuItems(":not([disabled])");
    expect(offered()).toEqual(["Copy…", "Export"]);
    select("Night", "Sales");
    press("Delete");
    select("Sales");
    fireEvent.click(screen.getByText("More"));
    expect(offered()).toEqual(["Export"]);
  });

  it("[TA8] deleted schedules are drafts, and a new one is gone", async () => {
    const { store, drafts, undo } = table();
    const value = { name: "Fresh", timeZone: "UTC", manualClose: false, rules: [] };
    act(() => void store.dispatch(edited({ kind: "schedule", id: "new:1", base: null, value, at: NOW })));
    select("Fresh", "Sales");
    press("Delete");
    await waitFor(() => {
      expect(drafts()).toEqual([["other", null]]);
    });
    undo();
    expect(drafts().map(([id]) => id)).toEqual(["new:1"]);
  });

  it("[CF18] the published ones of the selected schedules are exported with their rules", async () => {
    const { store, notify } = table("toggle");
    const value = { name: "Fresh", timeZone: "UTC", manualClose: false, rules: [] };
    act(() => void store.dispatch(edited({ kind: "schedule", id: "new:1", base: null, value, at: NOW })));
    select("Night");
    fireEvent.click(screen.getByText("More"));
    // Without the right to edit nothing else is offered.
    expect(menuItems()).toEqual(["Export"]);
    fireEvent.click(screen.getByText("Export"));
    expect(notify).not.toHaveBeenCalled();
    select("Support", "Fresh");
    press("Export");
    expect(notify.mock.calls).toEqual([["warning", "1 unpublished item is not in the file."]]);
    expect(downloads.map(({ name }) => name)).toEqual(["Night.json", "schedules-2026-09-04.json"]);
    const [one, two] = await Promise.all(downloads.map(({ text }) => text));
    expect(JSON.parse(one ?? "")).toMatchObject({ rules: [{ id: "hours" }], schedules: [{ id: "night" }] });
    const { rules, schedules } = JSON.parse(two ?? "") as Configuration;
    expect(rules.map(({ id }) => id)).toEqual(["hours", "lunch", "labor"]);
    expect(schedules.map(({ id }) => id)).toEqual(["support", "night"]);
  });
});
