import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { SchedulesTable } from "../../../../plugin/src/features/tables/schedules-table";
import { edited } from "@schedule-manager/plugin/drafts/drafts";
import type { PartsOptions } from "@schedule-manager/plugin/publishing/publish-parts";
import type { Services } from "@schedule-manager/plugin/services/services";
import type { PublishChange } from "@schedule-manager/shared/api/api";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { showOn, storeWith } from "../catalogue";
import { NOW, RULES, SALES, SUPPORT } from "../items";
import { names, rowOf, rows } from "./table-rows";

const FOREVER: Schedule = {
  ...SALES,
  id: "forever",
  name: "Forever",
  timeZone: "Asia/Tokyo",
  aliases: [],
  manualClose: true,
};
const NIGHT: Schedule = {
  ...FOREVER,
  id: "night",
  name: "Night desk",
  manualCloseUntil: "2026-09-04T22:00:00Z",
};
const schedules = [SUPPORT, SALES, NIGHT, FOREVER];

const button = (text: string): HTMLElement => {
  const found = screen.getByText(text).closest("button");
  if (found === null) throw new Error(`no button ${text}`);
  return found;
};
const press = (text: string): void => void fireEvent.click(button(text));
const select = (label: string): void => void fireEvent.click(screen.getByLabelText(label));
const ALL = "Select all schedules in this list";

function table(
  more: Parameters<typeof storeWith>[0] = { schedules, rules: RULES },
  services: Partial<Services> = {},
) {
  const store = storeWith(more);
  return { store, ...showOn(store, <SchedulesTable />, services) };
}

describe("the table of schedules", () => {
  it("[TA7] each row has status, rules and time zone; a manual close says whether it lasts until reopened", () => {
    table();
    expect(rowOf("Support")).toHaveTextContent("Closed: lunch");
    expect(rowOf("Support")).toHaveTextContent(/opens 1:00.PM/);
    expect(rowOf("Support")).toHaveTextContent(/Open hours, Lunch,? and Labor Day/);
    expect(rowOf("Sales")).toHaveTextContent("no opening planned");
    expect(rowOf("Sales")).toHaveTextContent("Europe/Berlin");
    expect(rowOf("Forever")).toHaveTextContent("until reopened");
    // An end that no opening follows.
    expect(rowOf("Night desk")).not.toHaveTextContent("until reopened");
    expect(rowOf("Night desk")).toHaveTextContent("no opening planned");
  });

  it("[TA4] each filter has its number of rows and shows them", () => {
    const { store } = table();
    const value = { ...SALES, name: "Sales 2" };
    const base = { revision: "3", value: SALES };
    store.dispatch(edited({ kind: "schedule", id: SALES.id, base, value, at: NOW }));
    const filters = within(screen.getByLabelText("Show only")).getAllByText(/\(\d\)$/);
    expect(filters.map((one) => one.textContent)).toEqual([
      "All (4)",
      "Open (0)",
      "Closed (4)",
      "Manually closed (2)",
      "Problems (0)",
      "Drafts (1)",
    ]);
    press("Manually closed (2)");
    expect(names()).toEqual(["Forever", "Night desk"]);
    press("Drafts (1)");
    expect(names()).toEqual(["Sales"]);
    press("Open (0)");
    expect(rows()).toEqual([]);
    screen.getByText("Nothing matches this filter right now.");
    press("Show all");
    expect(names()).toHaveLength(4);
  });

  it("[TA4] a rule that gives the reason “manual” is no manual close", () => {
    const rule = { id: "m", name: "By rule", isOpen: false, closedReason: "manual" } as const;
    table({ schedules: [{ ...SUPPORT, rules: ["m"] }, FOREVER], rules: [rule] });
    press("Manually closed (1)");
    expect(names()).toEqual(["Forever"]);
  });

  it("[TA4] a search finds former names, the group and the zone, and says when nothing matches", async () => {
    table();
    const search = screen.getByLabelText("Search schedules");
    for (const [text, found] of [
      ["old sal", ["Sales"]],
      ["emea", ["Forever", "Night desk", "Sales"]],
      ["chicago", ["Support"]],
    ] as const) {
      fireEvent.change(search, { target: { value: text } });
      await waitFor(() => {
        expect(names()).toEqual(found);
      });
    }
    fireEvent.change(search, { target: { value: "chicago x" } });
    await screen.findByText("No results for “chicago x”.");
  });

  it("[TA7] each column sorts the rows, and in reverse; equal rows stay by name", () => {
    table();
    const sorted = ["Status", "Rules", "Time zone", "Manually closed", "Name"].map((column) =>
      [0, 1].map(() => {
        press(column);
        return names().join();
      }),
    );
    expect(sorted).toEqual([
      ["Sales,Support,Forever,Night desk", "Forever,Night desk,Support,Sales"],
      ["Forever,Night desk,Sales,Support", "Support,Forever,Night desk,Sales"],
      ["Support,Forever,Night desk,Sales", "Sales,Forever,Night desk,Support"],
      ["Forever,Night desk,Sales,Support", "Sales,Support,Forever,Night desk"],
      ["Forever,Night desk,Sales,Support", "Support,Sales,Night desk,Forever"],
    ]);
  });

  it("[TA7] without a schedule the table says so, and without the right to close no row can be selected", () => {
    table({ schedules: [] }).unmount();
    table({ schedules: [] });
    screen.getByText("No schedules yet");
    expect(rows()).toEqual([]);
    table({ schedules, right: "read" });
    expect(document.querySelector("table input[type=checkbox]")).toBeNull();
    expect(names()).toHaveLength(4);
  });
});

describe("the bar for selected schedules", () => {
  function bar(outcome: { done: number; failure: null | { code: "network"; id: string } }) {
    const calls: { changes: readonly PublishChange[]; options: PartsOptions }[] = [];
    let end: () => void = () => undefined;
    const publishMany = (changes: readonly PublishChange[], options: PartsOptions) => {
      calls.push({ changes, options });
      options.onProgress?.({ done: 1, count: changes.length, partsLeft: 1 });
      return new Promise<never>((resolve) => {
        end = () => {
          resolve({ ...outcome, count: changes.length } as never);
        };
      });
    };
    const notify = jest.fn();
    const recentNotes = { list: () => [], add: () => undefined };
    table({ schedules, rules: RULES }, { publishMany, notify, recentNotes });
    const finish = (): void => {
      end();
    };
    return { calls, notify, finish };
  }
  const chosen = (): (string | undefined)[] =>
    schedules
      .filter(({ name }) => screen.getByLabelText<HTMLInputElement>(`Select ${name}`).checked)
      .map(({ id }) => id);

  it("[TA5] selecting counts what can be closed and reopened, and reopening publishes those", async () => {
    const { calls, finish } = bar({ done: 2, failure: null });
    select(ALL);
    expect(chosen()).toHaveLength(4);
    screen.getByText("4 selected");
    expect(button("Close 2 manually")).toBeEnabled();
    press("Reopen 2");
    expect(calls[0]?.changes.map(({ id, value }) => [id, value])).toEqual([
      ["night", expect.objectContaining({ manualClose: false })],
      ["forever", expect.objectContaining({ manualClose: false })],
    ]);
    expect(button("Close 2 manually")).toBeDisabled();
    expect(button("Reopen 2")).toBeDisabled();
    finish();
    await waitFor(() => {
      expect(chosen()).toEqual([]);
    });
  });

  it("[TA5] a stop ends after the part in progress, says how far it came, and keeps the selection", async () => {
    const { calls, notify, finish } = bar({ done: 1, failure: null });
    select(ALL);
    press("Reopen 2");
    press("Stop");
    expect(calls[0]?.options.signal?.aborted).toBe(true);
    expect(button("Stopping…")).toBeDisabled();
    finish();
    await waitFor(() => {
      expect(notify.mock.calls).toEqual([["success", "Stopped: 1 of 2 done. The others are as before."]]);
    });
    expect(chosen()).toHaveLength(4);
    select(ALL);
    expect(chosen()).toEqual([]);
  });

  it("[TA5] after a failure the selection stays and nothing reports success", async () => {
    const { notify, finish } = bar({ done: 0, failure: { code: "network", id: "one" } });
    select("Select Night desk");
    expect(button("Close 0 manually")).toBeDisabled();
    press("Reopen 1");
    finish();
    await screen.findByText("Clear selection");
    expect(notify.mock.calls).toEqual([
      ["error", expect.stringMatching(/^Night desk could not be reopened/)],
    ]);
    expect(chosen()).toEqual(["night"]);
    press("Clear selection");
    expect(chosen()).toEqual([]);
    expect(screen.queryByText(/selected$/)).toBeNull();
  });

  it("[TA5] closing asks for all selected open schedules in one dialog and publishes them", async () => {
    const { calls } = bar({ done: 2, failure: null });
    select(ALL);
    press("Close 2 manually");
    const dialog = await screen.findByRole("dialog");
    fireEvent.submit(dialog.querySelector("form") ?? dialog);
    expect(calls[0]?.changes.map(({ id, value }) => [id, value])).toEqual([
      ["support", expect.objectContaining({ manualClose: true })],
      ["other", expect.objectContaining({ manualClose: true })],
    ]);
  });
});
