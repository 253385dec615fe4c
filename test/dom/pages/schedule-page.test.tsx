import { act, fireEvent, screen } from "@testing-library/react";
import { edited } from "@schedule-manager/plugin/drafts/drafts";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { presenceBegun, presenceChanged } from "@schedule-manager/plugin/locks/presence";
import { FirstRun } from "../../../plugin/src/pages/first-run";
import { ImportExportPage } from "../../../plugin/src/pages/import-export-page";
import { SchedulePage } from "../../../plugin/src/pages/schedule-page";
import { flexLikeStore } from "../../unit/plugin/store";
import { showOn, storeWith } from "../features/catalogue";
import { NOW, RULES, SUPPORT } from "../features/items";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { type ItemRef, itemRef } from "@schedule-manager/shared/sync/layout";

const calendars: Record<string, unknown>[] = [];
jest.mock("../../../plugin/src/pages/calendar-view", () => ({
  CalendarView: (props: Record<string, unknown>) => {
    calendars.push(props);
    return <p>The calendar</p>;
  },
}));

function page(right: "edit" | "toggle" | "read" = "edit") {
  calendars.length = 0;
  const store = storeWith({ schedules: [SUPPORT], rules: RULES, right });
  store.dispatch(presenceBegun({ lockId: "page-a", by: { identity: "ada" } }));
  const taken: string[] = [];
  showOn(store, <SchedulePage id={SUPPORT.id} />, {
    newKey: (kind) => `new-${kind}`,
    takeOver: (ref) => (taken.push(ref), Promise.resolve(true)),
  });
  const state = () => pluginState(store.getState());
  const lock = (ref: ItemRef) => {
    const data = {
      lockId: "page-b",
      by: { identity: "bo", name: "Bo" },
      since: "2026-09-04T16:00:00Z",
      beat: 0,
    };
    const entry = { ref, data, updated: NOW };
    act(() => void store.dispatch(presenceChanged({ events: [{ type: "changed", entry }], now: NOW })));
  };
  const edit = (kind: ItemKind, id: string) => {
    const items: readonly { readonly id: string }[] = kind === "rule" ? RULES : [SUPPORT];
    const { id: _, ...value } = items.find((item) => item.id === id) ?? { id };
    const base = { revision: "3", value };
    act(
      () =>
        void store.dispatch(edited({ kind, id, base, value: { ...value, name: "New" }, at: NOW } as never)),
    );
  };
  return { state, lock, edit, taken, drafts: () => state().drafts.items, at: () => state().navigation.page };
}

describe("the page of a schedule", () => {
  it("[ED4] a rule is created in place: it is the schedule's last one, and opens", () => {
    const { drafts, at } = page();
    fireEvent.click(screen.getByText("Create a rule"));
    expect(drafts()).toMatchObject({
      "r:new-rule": { base: null, value: { name: "" } },
      "s:support": { base: { revision: "3" }, value: { rules: [...SUPPORT.rules, "new-rule"] } },
    });
    expect(at()).toEqual({ type: "item", kind: "rule", id: "new-rule" });
  });

  it("[ED4] a rule of the list opens", () => {
    const { at } = page();
    fireEvent.click(screen.getByLabelText("Edit Lunch"));
    expect(at()).toEqual({ type: "item", kind: "rule", id: "lunch" });
  });

  it("[ED10] when somebody else edits a rule of the weekly hours, they say who, and can be taken over", async () => {
    const { lock, taken } = page();
    expect(screen.getByLabelText("Monday, from")).toBeEnabled();
    lock(itemRef("rule", "hours"));
    expect(screen.getByLabelText("Monday, from")).toBeDisabled();
    expect(screen.getByLabelText(/Name$/, { selector: "input" })).toBeEnabled();
    expect(calendars.at(-1)?.["editable"]).toBeUndefined();
    screen.getByText(/^Bo has been editing this since/);
    await act(async () => void fireEvent.click(screen.getByText("Take over")));
    expect(taken).toEqual([itemRef("rule", "hours")]);
  });

  it("[ED10] while somebody else edits the schedule itself, one banner says so", () => {
    const { lock } = page();
    lock(itemRef("rule", "hours"));
    lock(itemRef("schedule", SUPPORT.id));
    expect(screen.getAllByText(/^Bo has been editing this since/)).toHaveLength(1);
  });

  it.each([
    ["the schedule", "schedule", SUPPORT.id, true],
    ["one of its rules", "rule", "hours", true],
    ["another rule", "rule", "spare", false],
  ] as const)("[PV4] the calendar is told of unpublished changes of %s", (_, kind, id, hasDrafts) => {
    const { edit } = page();
    expect(calendars.at(-1)).toMatchObject({ hasDrafts: false });
    edit(kind, id);
    expect(calendars.at(-1)).toMatchObject({ hasDrafts });
  });

  it("[VW10] it is deleted with one press", () => {
    const { drafts } = page();
    const [remove] = screen.getAllByText("Delete");
    fireEvent.click(remove ?? document.body);
    expect(drafts()).toMatchObject({ "s:support": { value: null } });
  });

  it.each([
    ["edit", true],
    ["toggle", false],
    ["read", false],
  ] as const)("[WH10] with the right %s the hours can be edited in the calendar: %s", (right, mayEdit) => {
    page(right);
    expect(calendars.at(-1)).toMatchObject({ type: "schedule", schedule: SUPPORT });
    expect(calendars.at(-1)?.["editable"] !== undefined).toBe(mayEdit);
    const name = screen.getByLabelText(/Name$/, { selector: "input" });
    if (mayEdit) expect(name).toBeEnabled();
    else expect(name).toBeDisabled();
  });
});

describe("the page for files", () => {
  it("[PL13] waits for the catalogue", () => {
    showOn(flexLikeStore(), <ImportExportPage />);
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Import and export");
    expect(screen.getByText("Loading…")).toBeInTheDocument();
    expect(screen.queryByRole("region")).toBeNull();
  });

  it.each([
    ["edit", true],
    ["toggle", false],
  ] as const)(
    "[PL104] with the right %s it offers the import: %s, and the export",
    async (right, mayImport) => {
      showOn(storeWith({ schedules: [SUPPORT], rules: RULES, right }), <ImportExportPage />);
      await screen.findByRole("region", { name: /^Export/ }, { timeout: 30_000 });
      expect(screen.queryByRole("region", { name: /^Import/ }) !== null).toBe(mayImport);
    },
  );
});

describe("the first run", () => {
  function first() {
    const store = storeWith({ schedules: [] });
    let keys = 0;
    showOn(store, <FirstRun />, { newKey: (kind) => `new:${kind}-${(keys += 1)}` });
    return () => pluginState(store.getState());
  }

  it("[FR1] one press opens the dialog for the first schedule, and Cancel closes it", async () => {
    first();
    expect(screen.queryByRole("dialog")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Create your first schedule" }));
    await screen.findByRole("dialog", { name: "Your first schedule" });
    fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("[FR2] the import opens with one press", () => {
    const state = first();
    fireEvent.click(screen.getByRole("button", { name: "Import from a file" }));
    expect(state().navigation.page).toEqual({ type: "transfer" });
  });
});
