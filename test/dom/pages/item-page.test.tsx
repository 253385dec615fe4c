import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { liveChanged } from "@schedule-manager/plugin/catalogue/live";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import { edited } from "@schedule-manager/plugin/drafts/drafts";
import { presenceBegun, presenceChanged } from "@schedule-manager/plugin/locks/presence";
import { opened } from "@schedule-manager/plugin/navigation/navigation";
import { useItem } from "@schedule-manager/plugin/ui/use-item";
import { ItemPage } from "../../../plugin/src/pages/item-page";
import { liveSchedule } from "../../unit/plugin/items";
import { showOn, storeWith } from "../features/catalogue";
import { NOW, RULES, SALES } from "../features/items";

const REF = itemRef("schedule", SALES.id);

function SalesPage({ id = SALES.id, mayDelete = true }) {
  const item = useItem("schedule", id);
  return (
    <ItemPage kind="schedule" id={id} item={item} onDelete={mayDelete ? () => item.change(null) : undefined}>
      {(value) => <p>The form of {value.name}</p>}
    </ItemPage>
  );
}

function page(right: "edit" | "toggle" | "read" = "edit", props: Parameters<typeof SalesPage>[0] = {}) {
  const store = storeWith({ schedules: [SALES], rules: RULES, right });
  store.dispatch(presenceBegun({ lockId: "page-a", by: { identity: "ada" } }));
  store.dispatch(opened({ kind: "schedule", id: props.id ?? SALES.id }));
  const state = () => store.getState().scheduleManager;
  const edit = (value: Partial<Schedule> | null, base: "3" | null = "3", id = SALES.id) =>
    store.dispatch(
      edited({
        kind: "schedule",
        id,
        base: base === null ? null : { revision: base, value: stored(SALES) },
        value: value === null ? null : { ...stored(SALES), ...value },
        at: NOW,
      }),
    );
  const ui = () => showOn(store, <SalesPage {...props} />, { newKey: () => "new-key" });
  const draft = (ref = REF) => state().drafts.items[ref];
  return { store, state, edit, ui, draft };
}
const buttons = () =>
  screen
    .queryAllByRole("button")
    .map(({ textContent }) => textContent)
    .filter((text) => text !== "Back");
const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

describe("the page of an item", () => {
  it("[VW10] an editor sees the name, the form, and the history, a copy and the deletion", () => {
    page().ui();
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Sales");
    expect(screen.getByText("The form of Sales")).toBeVisible();
    expect(buttons()).toEqual(["History", "Copy", "Delete"]);
    expect(screen.queryByText(/can’t change them/)).toBeNull();
  });

  it.each([
    ["read", [], true],
    ["toggle", ["History"], false],
  ] as const)("[PL104] a person with the right %s may press %j", (right, expected, isViewer) => {
    page(right).ui();
    expect(buttons()).toEqual(expected);
    expect(screen.queryByText(/can’t change them/) !== null).toBe(isViewer);
  });

  it("[VW10] an item that cannot be deleted now has its button disabled", () => {
    page("edit", { mayDelete: false }).ui();
    expect(screen.getByRole("button", { name: "Delete" })).toBeDisabled();
  });

  it("[VW10] Back leads to the page before", async () => {
    const { ui, state } = page();
    ui();
    await press("Back");
    expect(state().navigation.page).toEqual({ type: "tables", tab: "schedule" });
  });

  it("[VW10] the history opens", async () => {
    const { ui, state } = page();
    ui();
    await press("History");
    expect(state().navigation.page).toEqual({ type: "history", kind: "schedule", id: SALES.id });
  });

  it("[VW11] a copy is a new draft with another name and without former names and queues, and opens", async () => {
    const { ui, state, draft } = page();
    ui();
    await press("Copy");
    const { id: _, aliases: __, queues: ___, ...rest } = SALES;
    const copy = { ...rest, name: "Sales (copy)" };
    expect(draft(itemRef("schedule", "new-key"))).toMatchObject({ base: null, value: copy });
    expect(Object.keys(draft(itemRef("schedule", "new-key"))?.value ?? {})).toEqual(Object.keys(copy));
    expect(state().navigation.page).toEqual({ type: "item", kind: "schedule", id: "new-key" });
  });

  it("[VW10] a draft is discarded, which shows the live item", async () => {
    const { ui, edit, draft } = page();
    edit({ name: "Renamed" });
    ui();
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Renamed");
    expect(buttons()).toEqual(["History", "Discard draft", "Copy", "Delete"]);
    await press("Discard draft");
    expect(draft()).toBeUndefined();
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Sales");
  });

  it("[VW10] a new item has no history, and is discarded rather than deleted", () => {
    const { ui, edit } = page("edit", { id: "new" });
    edit({ name: "" }, null, "new");
    ui();
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("New schedule");
    expect(buttons()).toEqual(["Discard draft", "Copy"]);
  });

  it("[VW10] an item whose name is emptied keeps its published name as the title", () => {
    const { ui, edit } = page();
    edit({ name: "" });
    ui();
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Sales");
  });

  it("[VW12] a deletion shows what will happen under the item's name, and can be taken back", async () => {
    const { ui, draft } = page();
    ui();
    await press("Delete");
    expect(draft()?.value).toBeNull();
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Sales");
    expect(screen.getByText("It will be deleted when you publish.")).toBeVisible();
    expect(screen.queryByText("The form of Sales")).toBeNull();
    await press("Keep it");
    expect(draft()).toBeUndefined();
    expect(screen.getByText("The form of Sales")).toBeVisible();
  });

  it("[VW12] an item that somebody deleted is said to be gone, with nothing to take back", () => {
    const { ui, store } = page();
    store.dispatch(liveChanged([{ type: "removed", kind: "schedule", id: SALES.id }]));
    ui();
    expect(screen.getByText("This item no longer exists.")).toBeVisible();
    expect(buttons()).toEqual(["History"]);
  });

  it("[PL69] a conflict is shown above the form", () => {
    const { ui, store, edit } = page();
    edit({ name: "Mine" });
    store.dispatch(liveChanged([{ type: "changed", item: liveSchedule({ ...SALES, name: "Theirs" }, "4") }]));
    ui();
    expect(screen.getByRole("button", { name: "Apply choices" })).toBeInTheDocument();
    expect(screen.getByText("The form of Mine")).toBeVisible();
  });

  it("[LK9] while another person edits, a banner says so and the item cannot be deleted", () => {
    const { ui, store } = page();
    const data = {
      lockId: "page-b",
      by: { identity: "bo", name: "Bo" },
      since: "2026-09-04T16:00:00Z",
      beat: 0,
    };
    const entry = { ref: REF, data, updated: NOW };
    store.dispatch(presenceChanged({ events: [{ type: "changed", entry }], now: NOW }));
    ui();
    expect(screen.getByText(/^Bo has been editing this since/)).toBeVisible();
    expect(screen.getByRole("button", { name: "Delete" })).toBeDisabled();
    expect(screen.getByRole("button", { name: "Take over" })).toBeEnabled();
  });
});
