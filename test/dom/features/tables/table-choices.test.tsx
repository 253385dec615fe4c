import { fireEvent, screen, waitFor } from "@testing-library/react";
import { storeTableChoices } from "@schedule-manager/plugin/navigation/table-storage";
import { visited } from "@schedule-manager/plugin/navigation/navigation";
import { DEFAULT_TABLE_VIEW } from "@schedule-manager/plugin/navigation/table-view";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { SchedulesTable } from "../../../../plugin/src/features/tables/schedules-table";
import { showOn, storeWith } from "../catalogue";
import { SALES, SUPPORT } from "../items";
import { names } from "./table-rows";

const KEY = "tables";
const numbered = (n: number): Schedule => ({ ...SUPPORT, id: `s${n}`, name: `Line ${n}`, rules: [] });
const MANY = [SALES, ...Array.from({ length: 25 }, (_, n) => numbered(n + 1))];

/** The rows of a page come in several tasks. */
const rows = (count: number): Promise<void> =>
  waitFor(() => {
    expect(names()).toHaveLength(count);
  });

/** A view on the browser's storage, as after a reload. */
function table(schedules: readonly Schedule[] = MANY) {
  const store = storeWith({ schedules });
  storeTableChoices(store, localStorage, KEY);
  return { store, ...showOn(store, <SchedulesTable />) };
}
beforeEach(() => {
  localStorage.clear();
});
const choose = (label: string, value: string): void =>
  void fireEvent.change(screen.getByLabelText(label, { selector: "select" }), { target: { value } });

describe("a person's choices for the tables", () => {
  it("[TA11] a table shows one group, or the schedules without one, and counts them", () => {
    const { unmount } = table([SUPPORT, SALES, { ...SALES, id: "b", name: "B", group: "APAC" }]);
    const options = [...screen.getByLabelText("Group").querySelectorAll("option")];
    expect(options.map((option) => option.textContent)).toEqual(["All groups", "APAC", "EMEA", "No group"]);
    choose("Group", "=EMEA");
    expect(names()).toEqual(["Sales"]);
    screen.getByText("Closed (1)");
    choose("Group", "=");
    expect(names()).toEqual(["Support"]);
    choose("Group", "");
    expect(names()).toEqual(["B", "Sales", "Support"]);
    unmount();
    table([SUPPORT]);
    expect(screen.queryByLabelText("Group")).toBeNull();
  });

  it("[TA10] page size, density, sorting and group are there after a reload; search, filter and page are not", async () => {
    const first = table();
    await rows(25);
    choose("Rows per page", "50");
    await rows(26);
    fireEvent.click(screen.getByLabelText("Compact rows"));
    fireEvent.click(screen.getByText("Name"));
    fireEvent.click(screen.getByText("Open (0)"));
    first.unmount();
    const second = table();
    await rows(26);
    expect(names()[0]).toBe("Sales");
    expect(screen.getByLabelText("Compact rows")).toBeChecked();
    choose("Group", "=EMEA");
    second.unmount();
    const third = table();
    expect(names()).toEqual(["Sales"]);
    third.unmount();
    // The last schedule of the group is gone.
    table(MANY.slice(1));
    await rows(25);
  });

  it("[TA10] a larger page begins with the first row again", () => {
    table();
    fireEvent.click(screen.getByText("Next page"));
    expect(names()).toHaveLength(1);
    choose("Rows per page", "100");
    choose("Rows per page", "25");
    expect(names()[0]).toBe("Line 1");
  });

  it("[TA10] an opened address arranges the table for that visit only", () => {
    const first = table();
    first.store.dispatch(
      visited({
        page: { type: "tables", tab: "schedule" },
        view: { ...DEFAULT_TABLE_VIEW, descending: true },
        at: 0,
        back: [],
      }),
    );
    expect(names()[0]).toBe("Sales");
    fireEvent.click(screen.getByLabelText("Compact rows"));
    first.unmount();
    table();
    expect(names()[0]).toBe("Line 1");
    expect(screen.getByLabelText("Compact rows")).toBeChecked();
  });
});
