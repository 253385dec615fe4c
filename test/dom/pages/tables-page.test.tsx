import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { tabChosen } from "@schedule-manager/plugin/navigation/navigation";
import type { Tab } from "@schedule-manager/plugin/navigation/page";
import { TablesPage } from "../../../plugin/src/pages/tables-page";
import { flexLikeStore } from "../../unit/plugin/store";
import { showOn, storeWith } from "../features/catalogue";
import { RULES, SALES } from "../features/items";

jest.mock("../../../plugin/src/pages/history-view", () => ({ HistoryView: () => <p>The journal</p> }));

function start(right: "edit" | "toggle" | "read" = "edit", tab: Tab = "schedule", schedules = [SALES]) {
  const store = storeWith({ schedules, rules: RULES, right });
  store.dispatch(tabChosen(tab));
  showOn(store, <TablesPage tab={tab} />, { newKey: (kind) => `new-${kind}` });
  return () => store.getState().scheduleManager;
}
const tabs = () => screen.getAllByRole("tab").map(({ textContent }) => textContent);
const chosen = () => screen.getByRole("tab", { selected: true }).textContent;
const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
const has = (name: string) => screen.queryByRole("button", { name }) !== null;

describe("the start page", () => {
  it.each([
    ["edit", ["Schedules", "Rules", "History"], true, true, false],
    ["toggle", ["Schedules", "Rules", "History"], true, false, false],
    ["read", ["Schedules", "Rules"], false, false, true],
  ] as const)(
    "[PL104] a person with the right %s sees the tabs %j and what the right allows",
    (right, expected, mayImport, mayCreate, isViewer) => {
      start(right);
      expect(tabs()).toEqual(expected);
      expect([has("Import and export"), has("New schedule")]).toEqual([mayImport, mayCreate]);
      expect(screen.queryByText(/can’t change them/) !== null).toBe(isViewer);
    },
  );

  it("[AD1] the address chooses the tab, and a tab changes the address", async () => {
    const state = start("edit", "rule");
    expect(chosen()).toBe("Rules");
    expect(has("New rule")).toBe(true);
    await userEvent.click(screen.getByRole("tab", { name: "History" }));
    expect(state().navigation.page).toEqual({ type: "tables", tab: "history" });
  });

  it("[AD1] the history has no button that creates an item, and without the right to read it the schedules are shown", () => {
    start("edit", "history");
    expect([chosen(), screen.queryByText("The journal") !== null]).toEqual(["History", true]);
    expect([has("New schedule"), has("New rule")]).toEqual([false, false]);
  });

  it("[PL104] the address of the history shows the schedules to a person who may not read it", () => {
    start("read", "history");
    expect([chosen(), screen.queryByText("The journal")]).toEqual(["Schedules", null]);
  });

  it("[SL12] leaves no listener on the window when it is left", async () => {
    const added = jest.spyOn(window, "addEventListener");
    const removed = jest.spyOn(window, "removeEventListener");
    start();
    await screen.findByRole("tab", { name: "Rules" });
    cleanup();
    const gone = new Set<unknown>(removed.mock.calls.map(([, listener]) => listener));
    // React's own stay with its root; Paste's tab list left one for resizing.
    const left = added.mock.calls.filter(([type, listener]) => type === "resize" && !gone.has(listener));
    expect(left).toEqual([]);
    added.mockRestore();
    removed.mockRestore();
  });

  it("[VW14] a new schedule is a draft in this computer's zone, and opens", async () => {
    const state = start();
    await press("New schedule");
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    expect(state().drafts.items["s:new-schedule"]).toMatchObject({
      base: null,
      value: { name: "", timeZone, manualClose: false, rules: [] },
    });
    expect(state().navigation.page).toEqual({ type: "item", kind: "schedule", id: "new-schedule" });
  });

  it("[AD1] import and export open on a page of their own", async () => {
    const state = start();
    await press("Import and export");
    expect(state().navigation.page).toEqual({ type: "transfer" });
  });

  it.each(["schedule", "rule"] as const)("[PL13] the %ss are not shown before all are loaded", (tab) => {
    showOn(flexLikeStore(), <TablesPage tab={tab} />);
    expect(screen.getByText("Loading…")).toBeInTheDocument();
    expect(screen.queryByRole("table")).toBeNull();
  });

  it("[FR1] only an editor is offered ways to begin while there is no schedule", () => {
    start("edit", "schedule", []);
    expect(has("Create your first schedule")).toBe(true);
  });

  it("[FR1] a person who only closes and opens is offered none", () => {
    start("toggle", "schedule", []);
    expect(has("Create your first schedule")).toBe(false);
  });
});
