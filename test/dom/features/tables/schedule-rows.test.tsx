import { act, fireEvent, screen, within } from "@testing-library/react";
import { liveChanged } from "@schedule-manager/plugin/catalogue/live";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { edited } from "@schedule-manager/plugin/drafts/drafts";
import { findingsFound } from "@schedule-manager/plugin/drafts/findings";
import { presenceBegun, presenceChanged } from "@schedule-manager/plugin/locks/presence";
import { tableLookChanged } from "@schedule-manager/plugin/navigation/table-choices";
import type { Finding } from "@schedule-manager/shared/model/finding";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { SchedulesTable } from "../../../../plugin/src/features/tables/schedules-table";
import { liveSchedule } from "../../../unit/plugin/items";
import { showOn, storeWith } from "../catalogue";
import { NOW, RULES, SALES, SUPPORT } from "../items";
import { names, rowOf, rows } from "./table-rows";

const OPEN: Schedule = {
  ...SUPPORT,
  id: "open",
  name: "Open desk",
  rules: ["spare"],
  timeZone: "America/New_York",
};
const LONG: Schedule = {
  ...SUPPORT,
  id: "long",
  name: "Long",
  rules: ["hours", "lunch", "labor", "spare", "spare"],
};
const LOST: Schedule = { ...SALES, id: "lost", name: "Lost", timeZone: "Mars/Base", aliases: [], queues: [] };

const cell = (name: string, label: string): HTMLElement => {
  const found = rowOf(name).querySelector<HTMLElement>(`[data-label="${label}"]`);
  if (found === null) throw new Error(`no cell ${label}`);
  return found;
};
const head = (name: string): string | null | undefined => rowOf(name).querySelector("th")?.textContent;
const press = (text: string): void => void fireEvent.click(screen.getByText(text));
const boxOf = (name: string): HTMLInputElement => screen.getByLabelText(`Select ${name}`);
const columns = (): (string | null)[] =>
  [...document.querySelectorAll("thead th")].map(({ textContent }) => textContent);

function table(
  schedules: readonly Schedule[] = [OPEN, LONG, SALES, LOST],
  right: "edit" | "toggle" | "read" = "edit",
) {
  const store = storeWith({ schedules, rules: RULES, right });
  store.dispatch(presenceBegun({ lockId: "page-a", by: { identity: "ada", name: "Ada" } }));
  showOn(store, <SchedulesTable />);
  const change = (item: ReturnType<typeof liveSchedule>): void => {
    act(() => void store.dispatch(liveChanged([{ type: "changed", item }])));
  };
  const make = (id: string, value: Partial<Schedule>, base: Schedule | null = null): void => {
    const from = base === null ? null : { revision: "3", value: base };
    const next = { name: "", timeZone: "UTC", manualClose: false, rules: [], ...value };
    act(() => void store.dispatch(edited({ kind: "schedule", id, base: from, value: next, at: NOW })));
  };
  const find = (found: Readonly<Record<string, readonly Finding[]>>): void => {
    act(() => void store.dispatch(findingsFound({ rules: {}, schedules: found })));
  };
  return { store, change, make, find };
}
const damaged = liveSchedule(null, "4", { problem: "timeZone: missing" });

describe("the rows of schedules", () => {
  it("[TA7] a row has the status with its next change, three of its rules, and the zone with its offset", () => {
    table();
    expect(cell("Open desk", "Status").textContent).toMatch(/^Open/);
    expect(cell("Long", "Rules")).toHaveTextContent("Open hours, Lunch, Labor Day and 2 more");
    expect(cell("Long", "Rules").querySelector("[title]")?.getAttribute("title")?.split("\n")).toEqual([
      "Open hours",
      "Lunch",
      "Labor Day",
      "Spare",
      "Spare",
    ]);
    expect(cell("Sales", "Rules")).toHaveTextContent("No rules");
    expect(cell("Open desk", "Time zone")).toHaveTextContent(/^America\/New YorkGMT-4$/);
    expect(cell("Sales", "Time zone")).toHaveTextContent(/^Europe\/BerlinGMT\+2$/);
    // A zone that nobody knows has no offset.
    expect(cell("Lost", "Time zone")).toHaveTextContent(/^Mars\/Base$/);
    expect(head("Sales")).toBe("SalesEMEA");
    expect(head("Long")).toBe("Long");
  });

  it("[TA7] the name opens the schedule's page", () => {
    const { store } = table();
    press("Sales");
    const { page } = pluginState(store.getState()).navigation;
    expect(page).toEqual({ type: "item", kind: "schedule", id: "other" });
  });

  it("[TA7] a new schedule's row has its draft's name and group, and says that it is not published", () => {
    const { make } = table();
    make("new:1", { group: "APAC" });
    expect(head("New schedule")).toBe("New scheduleAPACNew");
    expect(rowOf("New schedule")).toHaveTextContent("Not published yet.");
    expect(rowOf("New schedule").querySelector("[data-label]")).toBeNull();
    expect(boxOf("New schedule").checked).toBe(false);
    make("other", { name: "Sales 2" }, SALES);
    expect(head("Sales")).toBe("SalesEMEADraft");
  });

  it("[PL33] a damaged schedule says so and why, is a problem, and cannot be selected", () => {
    const { change, find } = table();
    change(damaged);
    const row = rowOf("broken-000001");
    within(row).getByText("Can’t be read");
    expect(within(row).getByText(/^Its data/).parentElement?.title).toBe("timeZone: missing");
    expect(row.querySelector("input, [data-label]")).toBeNull();
    fireEvent.click(screen.getByLabelText("Select all schedules in this list"));
    screen.getByText("4 selected");
    const finding = { severity: "warning", ruleId: "spare", params: {} } as const;
    find({
      open: [{ ...finding, code: "always-open" }],
      long: [{ ...finding, code: "no-rules", severity: "info" }],
    });
    press("Problems (2)");
    expect(names()).toEqual(["broken-000001", "Open desk"]);
    expect(head("Open desk")).toContain("1 problem");
  });

  it("[TA7] sorted by status, open schedules come first and damaged or new ones last", () => {
    const { change, make } = table();
    change(damaged);
    make("new:1", { name: "Fresh" });
    press("Status");
    expect(names()).toEqual(["Open desk", "Sales", "Lost", "Long", "broken-000001", "Fresh"]);
    press("Time zone");
    expect(names().slice(0, 2)).toEqual(["broken-000001", "Fresh"]);
  });

  it.each([
    [
      "edit",
      [
        "Select all schedules in this list",
        "Name",
        "Status",
        "Rules",
        "Time zone",
        "Manually closed",
        "Actions",
      ],
    ],
    [
      "toggle",
      ["Select all schedules in this list", "Name", "Status", "Rules", "Time zone", "Manually closed"],
    ],
    ["read", ["Name", "Status", "Rules", "Time zone", "Manually closed"]],
  ] as const)("[PL104] with the right %s the table has the columns %j", (right, expected) => {
    const { change, make } = table([SALES], right);
    change(damaged);
    make("new:1", { name: "Fresh" });
    expect(columns()).toEqual(expected);
    // Each row fills the table.
    const widths = rows().map((row) =>
      [...row.children].reduce((sum, { colSpan }: Element & { colSpan?: number }) => sum + (colSpan ?? 1), 0),
    );
    expect(new Set(widths)).toEqual(new Set([expected.length]));
    expect(screen.queryByText("Actions for Sales") !== null).toBe(right === "edit");
  });

  it("[LK15] a row names who else edits its schedule", () => {
    const { store } = table();
    const data = {
      lockId: "page-b",
      by: { identity: "bo", name: "Bo" },
      since: "2026-09-04T16:00:00Z",
      beat: 0,
    };
    const entry = { ref: itemRef("schedule", "other"), data, updated: NOW };
    act(() => void store.dispatch(presenceChanged({ events: [{ type: "changed", entry }], now: NOW })));
    expect(head("Sales")).toContain("Bo, since");
    expect(head("Long")).toBe("Long");
  });

  it("[TA10] compact rows keep their cells, and say in tooltips what does not fit", () => {
    const { store } = table();
    const shape = () =>
      rows().map((row) =>
        [...row.children].map((one) => [
          one.localName,
          one.getAttribute("role"),
          one.getAttribute("data-label"),
          one.getAttribute("data-corner"),
          one.textContent,
        ]),
      );
    const wide = shape();
    act(() => void store.dispatch(tableLookChanged({ isCompact: true })));
    expect(shape()).toEqual(wide);
    expect(wide[0]?.map(([, role, label, corner]) => [role, label ?? corner])).toEqual([
      ["cell", "select"],
      ["rowheader", null],
      ["cell", "Status"],
      ["cell", "Rules"],
      ["cell", "Time zone"],
      ["cell", "Manually closed"],
      ["cell", "menu"],
    ]);
    expect(screen.getByTitle("America/New York")).toBeVisible();
    expect(screen.getAllByTitle("EMEA")).toHaveLength(2);
  });
});

describe("the selection of rows", () => {
  const all = (): HTMLInputElement => screen.getByLabelText("Select all schedules in this list");
  const state = () => [all().checked, all().getAttribute("aria-checked") === "mixed" || all().indeterminate];

  it("[TA5] the box of all rows is empty, mixed or ticked, and ticks or clears them", () => {
    table();
    expect(state()).toEqual([false, false]);
    fireEvent.click(boxOf("Sales"));
    screen.getByText("1 selected");
    expect(state()).toEqual([false, true]);
    fireEvent.click(all());
    screen.getByText("4 selected");
    expect(state()).toEqual([true, false]);
    fireEvent.click(boxOf("Sales"));
    screen.getByText("3 selected");
    expect(boxOf("Sales").checked).toBe(false);
    fireEvent.click(all());
    fireEvent.click(all());
    expect(screen.queryByText(/ selected$/)).toBeNull();
  });

  it("[TA5] all means what the filter leaves, beside what is selected already; a deleted row is dropped", () => {
    const { store } = table();
    fireEvent.click(boxOf("Sales"));
    press("Open (1)");
    expect(state()).toEqual([false, false]);
    fireEvent.click(all());
    screen.getByText("2 selected");
    press("All (4)");
    expect(["Long", "Lost", "Open desk", "Sales"].map((name) => boxOf(name).checked)).toEqual([
      false,
      false,
      true,
      true,
    ]);
    act(() => void store.dispatch(liveChanged([{ type: "removed", kind: "schedule", id: "other" }])));
    screen.getByText("1 selected");
  });

  it("[TA5] a new schedule that is selected can be neither closed nor reopened", () => {
    const { make } = table();
    make("new:1", { name: "Fresh" });
    fireEvent.click(boxOf("Fresh"));
    screen.getByText("1 selected");
    for (const name of ["Close 0 manually", "Reopen 0"])
      expect(screen.getByText(name).closest("button")).toBeDisabled();
  });
});
