import { act, fireEvent, screen } from "@testing-library/react";
import type { AddressBar } from "@schedule-manager/plugin/navigation/address-bar";
import {
  historyOpened,
  importExportOpened,
  opened,
  visited,
} from "@schedule-manager/plugin/navigation/navigation";
import type { Visit } from "@schedule-manager/plugin/navigation/visit";
import { noticed } from "@schedule-manager/plugin/navigation/notice";
import { ScheduleManagerView } from "../../../plugin/src/pages/schedule-manager-view";
import { showOn, storeWith } from "../features/catalogue";
import { NOW, RULES, SALES } from "../features/items";

jest.mock("../../../plugin/src/pages/history-view", () => ({ HistoryView: () => <p>The history</p> }));
jest.mock("../../../plugin/src/pages/item-view", () => ({
  ItemView: ({ kind, id }: { readonly kind: string; readonly id: string }) => (
    <p>
      The page of {kind} {id} <input aria-label="Field" />
    </p>
  ),
}));

const VISIT: Visit = { path: "", search: "", state: null, action: "POP" };

function view() {
  const store = storeWith({ schedules: [SALES], rules: RULES });
  const calls: string[] = [];
  const note = (what: string) => () => void calls.push(what);
  const addressBar = {
    follow: () => {
      calls.push("follow");
      return note("unfollow");
    },
    visit: (visit: Visit) => void calls.push(`visit ${visit.path}`),
  } as unknown as AddressBar;
  const positions = new Map();
  const element = (visit = VISIT) => (
    <ScheduleManagerView addressBar={addressBar} visit={visit} positions={positions} />
  );
  const result = showOn(store, element(), {
    connect: note("connect"),
    followFindings: () => {
      calls.push("findings");
      return note("no findings");
    },
    noteActivity: note("activity"),
  });
  const go = (action: Parameters<typeof store.dispatch>[0]): void => {
    act(() => void store.dispatch(action));
  };
  return { store, calls, go, result };
}
const title = () => screen.getByRole("heading", { level: 1 }).textContent;

describe("the view", () => {
  it("[AD1] shows the page of each address", () => {
    const { go } = view();
    expect(title()).toBe("Schedule Manager");
    go(opened({ kind: "schedule", id: SALES.id }));
    expect(screen.getByText(`The page of schedule ${SALES.id}`)).toBeVisible();
    go(historyOpened({ kind: "schedule", id: SALES.id }));
    expect(title()).toBe("History of Sales");
    go(importExportOpened());
    expect(title()).toBe("Import and export");
    go(visited({ page: { type: "unknown", path: "x" }, view: null, at: 5, back: [] }));
    expect(title()).toBe("There is no page at this address");
    go(opened({ kind: "rule", id: "gone" }));
    expect(title()).toBe("There is no rule at this address");
  });

  it("[RE10] another item's page begins anew", () => {
    const { go } = view();
    go(opened({ kind: "schedule", id: SALES.id }));
    const field = screen.getByLabelText("Field");
    fireEvent.change(field, { target: { value: "typed" } });
    go(opened({ kind: "rule", id: "hours" }));
    expect(screen.getByLabelText("Field")).toHaveValue("");
    expect(screen.getByLabelText("Field")).not.toBe(field);
  });

  it("[AD1] it connects, follows the address bar and the findings, and stops when it is left", () => {
    const { calls, result } = view();
    expect([...calls].sort()).toEqual(["activity", "connect", "findings", "follow", "visit "].sort());
    calls.length = 0;
    result.unmount();
    expect([...calls].sort()).toEqual(["no findings", "unfollow"]);
  });

  it("[LK16] keys and clicks count as activity", () => {
    const { calls } = view();
    calls.length = 0;
    fireEvent.keyDown(screen.getByRole("main"), { key: "a" });
    fireEvent.pointerDown(screen.getByText("Schedule Manager"));
    expect(calls).toEqual(["activity", "activity"]);
  });

  it("[VW4] messages are below the page", () => {
    const { go } = view();
    go(noticed({ kind: "success", text: "Done", at: NOW }));
    expect(screen.getByRole("main")).not.toContainElement(screen.getByText("Done"));
  });
});
