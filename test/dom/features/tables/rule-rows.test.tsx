import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { liveChanged } from "@schedule-manager/plugin/catalogue/live";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { edited } from "@schedule-manager/plugin/drafts/drafts";
import { findingsFound } from "@schedule-manager/plugin/drafts/findings";
import { tableLookChanged } from "@schedule-manager/plugin/navigation/table-choices";
import type { Finding } from "@schedule-manager/shared/model/finding";
import type { Rule } from "@schedule-manager/shared/model/model";
import { RulesTable } from "../../../../plugin/src/features/tables/rules-table";
import { liveRule } from "../../../unit/plugin/items";
import { showOn, storeWith } from "../catalogue";
import { NOW, RULES, SUPPORT } from "../items";
import { names, rowOf } from "./table-rows";

const EVE: Rule = {
  id: "eve",
  name: "Eve",
  isOpen: true,
  startTime: "08:00",
  endTime: "12:00",
  exception: "day",
  relativeTo: { rules: ["labor"], days: -1 },
};
const NIGHT: Rule = { id: "night", name: "Night", isOpen: true, exception: true, startTime: "22:00" };
const PAUSE: Rule = { id: "pause", name: "Pause", isOpen: false, startTime: "07:00", endTime: "07:30" };
const SHADOWED: Finding = {
  code: "rule-ended",
  severity: "warning",
  ruleId: "night",
  params: { date: "2026-01-01" },
};

const cells = (name: string): (string | null)[] =>
  [...rowOf(name).querySelectorAll("[data-label]")].map(({ textContent }) => textContent);
const press = (text: string): void => void fireEvent.click(screen.getByText(text));

function table(
  rules: readonly Rule[] = [...RULES, EVE, NIGHT, PAUSE],
  right: "edit" | "toggle" | "read" = "edit",
) {
  const store = storeWith({ schedules: [SUPPORT, { ...SUPPORT, id: "b", name: "B" }], rules, right });
  showOn(store, <RulesTable />);
  const make = (id: string, value: Partial<Rule>, isNew = false): void => {
    const base = isNew ? null : { revision: "3", value: { name: "Night", isOpen: true } };
    const edit = edited({ kind: "rule", id, base, value: { name: "", isOpen: true, ...value }, at: NOW });
    act(() => void store.dispatch(edit));
  };
  const damage = (): void => {
    const item = liveRule(PAUSE, "4", { value: null, problem: "startTime: not a time" });
    act(() => void store.dispatch(liveChanged([{ type: "changed", item }])));
  };
  return { store, make, damage };
}

describe("the table of rules", () => {
  it("[TA7] each row has type, exception, times, days and users", () => {
    table();
    expect(cells("Labor Day")).toEqual([
      "Closed for holiday",
      "All day",
      expect.stringMatching(/1st Monday of September/i),
      "2 schedules and 1 rule",
    ]);
    expect(
      within(rowOf("Labor Day"))
        .getByTitle(/^Support/)
        .title.split("\n"),
    ).toEqual(["Support", "B", "Eve"]);
    expect(cells("Eve")).toEqual([
      "OpenException, whole day",
      expect.stringMatching(/^8:00.AM – 12:00.PM$/),
      expect.stringContaining("Labor Day"),
      "Not used",
    ]);
    expect(cells("Night").slice(0, 2)).toEqual([
      "OpenException",
      expect.stringMatching(/^10:00.PM – 12:00.AM$/),
    ]);
    expect(cells("Pause")[0]).toBe("Closed");
    expect(cells("Lunch")[3]).toBe("2 schedules");
  });

  it("[TA7] each column sorts the rows, and in reverse; equal rows stay by name", () => {
    table();
    const sorted = ["Type", "Time", "Used by", "Name"].map((column) =>
      [0, 1].map(() => {
        press(column);
        return names().join();
      }),
    );
    expect(sorted).toEqual([
      [
        "Eve,Night,Open hours,Spare,Pause,Labor Day,Lunch",
        "Lunch,Labor Day,Pause,Eve,Night,Open hours,Spare",
      ],
      [
        "Labor Day,Spare,Pause,Eve,Open hours,Lunch,Night",
        "Night,Lunch,Eve,Open hours,Pause,Labor Day,Spare",
      ],
      [
        "Labor Day,Lunch,Open hours,Eve,Night,Pause,Spare",
        "Eve,Night,Pause,Spare,Labor Day,Lunch,Open hours",
      ],
      [
        "Eve,Labor Day,Lunch,Night,Open hours,Pause,Spare",
        "Spare,Pause,Open hours,Night,Lunch,Labor Day,Eve",
      ],
    ]);
    const headers = [...document.querySelectorAll("thead th")].map((th) => th.getAttribute("aria-sort"));
    expect(headers).toEqual([null, "descending", "none", "none", null, "none"]);
    press("Time");
    expect(screen.getByText("Time").closest("th")).toHaveAttribute("aria-sort", "ascending");
  });

  it("[TA4] each filter has its number of rows and shows them", () => {
    const { store, make, damage } = table();
    make("night", { name: "Nights" });
    damage();
    const minor = { ...SHADOWED, severity: "info" } as const;
    const found = { schedules: {}, rules: { night: [SHADOWED], spare: [minor] } };
    act(() => void store.dispatch(findingsFound(found)));
    const shown = [
      "Open rules (4)",
      "Closed rules (2)",
      "Exceptions (2)",
      "Unused (4)",
      "Problems (2)",
      "Drafts (1)",
      "All (7)",
    ].map((filter) => {
      press(filter);
      return names().join();
    });
    expect(shown).toEqual([
      "Eve,Night,Open hours,Spare",
      "Labor Day,Lunch",
      "Eve,Night",
      "Eve,Night,pause,Spare",
      "Night,pause",
      "Night",
      "Eve,Labor Day,Lunch,Night,Open hours,pause,Spare",
    ]);
  });

  it("[TA4] a search finds names and reasons; “Show all” ends it", async () => {
    table();
    const search = screen.getByLabelText("Search rules");
    const type = (value: string) => fireEvent.change(search, { target: { value } });
    type("holi");
    await waitFor(() => {
      expect(names()).toEqual(["Labor Day"]);
    });
    type("zzz");
    await screen.findByText("No results for “zzz”.");
    press("Show all");
    expect(names()).toHaveLength(7);
    expect(search).toHaveValue("");
  });

  it("[TA7] a rule's problems are counted at its name, and its tooltip lists them", () => {
    const { store } = table();
    const error = { ...SHADOWED, code: "rule-never-applies", severity: "error" } as const;
    const minor = { ...SHADOWED, severity: "info" } as const;
    const problems = (...of: readonly Finding[]): (string | undefined)[] => {
      act(() => void store.dispatch(findingsFound({ schedules: {}, rules: { night: of } })));
      const badge = rowOf("Night").querySelector<HTMLElement>("th span[title]");
      return [badge?.firstChild?.textContent ?? undefined, ...(badge?.title.split("\n") ?? [])];
    };
    expect(problems(minor)).toEqual([undefined]);
    expect(problems(SHADOWED, minor, error)).toEqual([
      "2 problems",
      expect.stringMatching(/2026/),
      expect.stringMatching(/./),
    ]);
  });

  it("[PL33] a damaged rule says so and why, and can be opened but not selected", () => {
    const { store, damage } = table();
    damage();
    const row = rowOf("pause");
    within(row).getByText("Can’t be read");
    expect(within(row).getByText(/^Its data in Twilio Sync is damaged/).parentElement?.title).toBe(
      "startTime: not a time",
    );
    expect(row.querySelector("input")).toBeNull();
    fireEvent.click(screen.getByLabelText("Select all rules in this list"));
    screen.getByText("6 selected");
    fireEvent.click(within(row).getByText("pause"));
    expect(pluginState(store.getState()).navigation.page).toEqual({
      type: "item",
      kind: "rule",
      id: "pause",
    });
  });

  it("[TA7] a new rule has a row with its draft's values, one without a name too", () => {
    const { make } = table();
    make("new:1", { isOpen: false, closedReason: "fair" }, true);
    expect(rowOf("New rule")).toHaveTextContent("New ruleNew");
    expect(cells("New rule")[0]).toBe("Closed: fair");
    expect(screen.getByLabelText("Select New rule")).not.toBeChecked();
    make("night", { name: "Changed", isOpen: false });
    // The table shows what is published.
    expect(rowOf("Night").querySelector("th")).toHaveTextContent("NightDraft");
    expect(cells("Night")[0]).toBe("OpenException");
  });

  it("[TA7] a rule that depends on another one shows the other's new name at once", () => {
    const { make } = table();
    make("labor", { name: "Work Day", isOpen: false, dates: ["2026-09-07"] });
    expect(cells("Eve")[2]).toContain("Work Day");
  });

  it("[TA7] without a rule the table says so, and offers an import to a person who may edit", () => {
    const { store } = table([]);
    screen.getByText("No rules yet");
    expect(document.querySelector("table")).toBeNull();
    press("Import from a file");
    expect(pluginState(store.getState()).navigation.page).toEqual({ type: "transfer" });
  });

  it("[TA7] without a rule and without the right to edit nothing is offered", () => {
    table([], "toggle");
    screen.getByText("No rules yet");
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("[TA10] compact rows say in tooltips what does not fit, and keep labels and headers", () => {
    const { store } = table();
    const roles = (): (string | null)[] =>
      [...rowOf("Eve").children].map((cell) => `${cell.localName} ${cell.getAttribute("role") ?? ""}`);
    const wide = roles();
    const texts = cells("Eve");
    act(() => void store.dispatch(tableLookChanged({ isCompact: true })));
    expect(roles()).toEqual(wide);
    expect(wide).toEqual(["td cell", "th rowheader", "td cell", "td cell", "td cell", "td cell"]);
    expect(cells("Eve")).toEqual(texts);
    const titles = [...rowOf("Eve").querySelectorAll<HTMLElement>("[title]")].map(({ title }) => title);
    expect(titles).toEqual(["Eve", texts[1], texts[2]]);
  });
});
