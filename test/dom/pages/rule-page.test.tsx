import { act, fireEvent, screen, within } from "@testing-library/react";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { edited } from "@schedule-manager/plugin/drafts/drafts";
import { findingsFound } from "@schedule-manager/plugin/drafts/findings";
import { presenceBegun } from "@schedule-manager/plugin/locks/presence";
import type { Rule } from "@schedule-manager/shared/model/model";
import { RulePage } from "../../../plugin/src/pages/rule-page";
import { showOn, storeWith } from "../features/catalogue";
import { NOW, RULES, SALES, SUPPORT } from "../features/items";

jest.mock("../../../plugin/src/pages/calendar-view", () => ({ CalendarView: () => <p>The calendar</p> }));

const EVE: Rule = { id: "eve", name: "Eve", isOpen: false, relativeTo: { rules: ["labor"], days: -1 } };
const DESKS = ["Desk 10", "Desk 9"].map((name) => ({ ...SALES, id: name, name, rules: ["hours"] }));

function page(id: string, right: "edit" | "toggle" | "read" = "edit", draft: Partial<Rule> | null = null) {
  const store = storeWith({ schedules: [SUPPORT, ...DESKS], rules: [...RULES, EVE], right });
  store.dispatch(presenceBegun({ lockId: "page-a", by: { identity: "ada" } }));
  if (draft !== null)
    store.dispatch(
      edited({ kind: "rule", id, base: null, value: { name: "New", isOpen: true, ...draft }, at: NOW }),
    );
  showOn(store, <RulePage id={id} />, { newKey: () => "copy" });
  const state = () => pluginState(store.getState());
  return { store, state, drafts: () => state().drafts.items, at: () => state().navigation.page };
}
const button = (name: string): HTMLButtonElement => screen.getByRole("button", { name });
const has = (text: RegExp): boolean => screen.queryByText(text) !== null;

describe("the page of a rule", () => {
  it("[VW10] a rule that nothing uses is deleted with one press", () => {
    const { drafts } = page("spare");
    expect(has(/^No schedule uses this rule yet/)).toBe(true);
    fireEvent.click(button("Delete"));
    expect(drafts()["r:spare"]?.value).toBeNull();
  });

  it.each(["hours", "labor"])("[RE18] the rule %s, which is in use, is not", (id) => {
    page(id);
    expect(button("Delete")).toBeDisabled();
  });

  it("[VW11] a copy is a new draft that no schedule uses, and opens", () => {
    const { drafts, at } = page("lunch");
    fireEvent.click(button("Copy"));
    const { id: _, ...lunch } = RULES[1] ?? EVE;
    expect(drafts()).toMatchObject({ "r:copy": { base: null, value: { ...lunch, name: "Lunch (copy)" } } });
    expect(at()).toEqual({ type: "item", kind: "rule", id: "copy" });
  });

  it("[RE12] its schedules are listed by name, and open", () => {
    const { at } = page("hours");
    const list = screen.getByRole("region", { name: "Used by" });
    const names = within(list)
      .getAllByRole("button")
      .map(({ textContent }) => textContent);
    expect(names).toEqual(["Desk 9", "Desk 10", "Support"]);
    fireEvent.click(within(list).getByText("Desk 9"));
    expect(at()).toEqual({ type: "item", kind: "schedule", id: "Desk 9" });
  });

  it("[PL104] without the right to edit the form is read-only, and nothing is removed or warned of", () => {
    page("hours", "read");
    expect(screen.getByLabelText(/Name$/, { selector: "input" })).toBeDisabled();
    expect(has(/Remove everywhere/)).toBe(false);
    expect(has(/A change applies to all of them/)).toBe(false);
  });

  it("[RE2] an editor's change is a draft at once", () => {
    const { drafts } = page("spare");
    fireEvent.change(screen.getByLabelText(/Name$/, { selector: "input" }), { target: { value: "Extra" } });
    expect(drafts()["r:spare"]).toMatchObject({ base: { revision: "3" }, value: { name: "Extra" } });
  });

  it("[ED9] the page has the findings that its form does not show", () => {
    const { store } = page("spare");
    const of = { ruleId: "spare", scheduleId: undefined, params: {} };
    const found = [
      { ...of, code: "rule-ends-2359", severity: "warning" },
      { ...of, code: "rule-unused", severity: "info" },
    ] as unknown as Parameters<typeof findingsFound>[0]["rules"][string];
    expect(has(/11:59|23:59/)).toBe(false);
    act(() => void store.dispatch(findingsFound({ schedules: {}, rules: { spare: found } })));
    expect(has(/11:59|23:59/)).toBe(true);
    expect(screen.queryAllByText(/no schedule uses/i)).toHaveLength(1);
  });

  it("[RE18] a new rule names no dependants, which its discard does not harm", () => {
    page("new:1", "edit", { name: "New" });
    expect(has(/depend on this rule/)).toBe(false);
    expect(has(/Remove everywhere/)).toBe(false);
    expect(screen.queryByRole("button", { name: "Delete" })).toBeNull();
  });
});
