import { fireEvent, screen } from "@testing-library/react";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { presenceBegun } from "@schedule-manager/plugin/locks/presence";
import { FirstRun } from "../../../plugin/src/pages/first-run";
import { ImportExportPage } from "../../../plugin/src/pages/import-export-page";
import { SchedulePage } from "../../../plugin/src/pages/schedule-page";
import { flexLikeStore } from "../../unit/plugin/store";
import { showOn, storeWith } from "../features/catalogue";
import { RULES, SUPPORT } from "../features/items";

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
  showOn(store, <SchedulePage id={SUPPORT.id} />, { newKey: (kind) => `new-${kind}` });
  const state = () => pluginState(store.getState());
  return { state, drafts: () => state().drafts.items, at: () => state().navigation.page };
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
