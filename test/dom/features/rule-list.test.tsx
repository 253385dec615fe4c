import { useState } from "react";
import { createEvent, fireEvent, screen, within } from "@testing-library/react";
import type { Finding } from "@schedule-manager/shared/model/finding";
import type { Rule } from "@schedule-manager/shared/model/model";
import { FixContext } from "../../../plugin/src/features/schedule-editor/fix-context";
import { RulesSection } from "../../../plugin/src/features/schedule-editor/rules-section";
import { ScheduleFindings } from "../../../plugin/src/features/schedule-editor/schedule-findings";
import { FieldsDisabled } from "../../../plugin/src/ui/fields/context";
import { RULES, TODAY } from "./items";
import { show } from "./render";

const MORE: readonly Rule[] = [
  { id: "plain", name: "Plain", isOpen: false },
  { id: "part", name: "Part", isOpen: true, exception: true },
  { id: "whole", name: "Whole", isOpen: true, exception: "day" },
  { id: "unnamed", name: "", isOpen: true },
];

interface Scene {
  readonly ids?: readonly string[];
  readonly rules?: readonly Rule[];
  readonly findings?: readonly Finding[];
  readonly sharedWith?: ReadonlyMap<string, readonly string[]>;
  readonly readOnly?: boolean;
  readonly copy?: string | null;
}

function section({
  ids: first = ["hours", "lunch", "labor"],
  rules = [...RULES, ...MORE],
  findings = [],
  sharedWith = new Map(),
  readOnly = false,
  copy = null,
}: Scene = {}) {
  const made: (readonly string[])[] = [];
  function Scene() {
    const [ids, setIds] = useState(first);
    const change = (next: readonly string[]): void => {
      made.push(next);
      setIds(next);
    };
    return (
      <FieldsDisabled value={readOnly}>
        <FixContext.Provider value={({ code }) => <button>Fix {code}</button>}>
          <RulesSection
            ids={ids}
            rules={new Map(rules.map((rule) => [rule.id, rule]))}
            onChange={change}
            onEdit={() => undefined}
            onCreate={() => undefined}
            sharedWith={sharedWith}
            onOwn={(id) => {
              if (copy !== null) change(ids.map((one) => (one === id ? copy : one)));
              return copy;
            }}
            findings={findings}
            today={TODAY}
          />
          <ScheduleFindings findings={findings} />
        </FixContext.Provider>
      </FieldsDisabled>
    );
  }
  show(<Scene />);
  return { made, last: () => made.at(-1) };
}

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-rule]")];
const row = (id: string): HTMLElement =>
  document.querySelector<HTMLElement>(`[data-rule="${id}"]`) ?? document.body;
const handle = (name: string): HTMLElement =>
  screen.getByLabelText(`Move ${name}: drag, or press the arrow keys`);
const button = (name: string): HTMLElement => screen.getByRole("button", { name });
const told = (): string | null => screen.getAllByRole("status").at(-1)?.textContent ?? null;

/** Sends an event of dragging. @returns whether the element accepts it */
function drag(
  what: "dragStart" | "dragOver" | "drop" | "dragEnd",
  element: HTMLElement,
  data: object = {},
): boolean {
  const event = createEvent[what](element);
  Object.defineProperty(event, "dataTransfer", { value: data });
  fireEvent(element, event);
  return event.defaultPrevented;
}

describe("the rules of a schedule", () => {
  it("[ED4] each has its number, name, decision, exception and meaning", () => {
    section({ ids: ["hours", "lunch", "plain", "part", "whole", "unnamed", "gone"] });
    const text = rows().map(({ textContent }) =>
      (textContent ?? "").replace(/\s/g, " ").replace(/Move .*/, ""),
    );
    expect(text).toEqual([
      "1Open hoursOpenEvery day, 8:00 AM–5:00 PM",
      "2LunchClosed: lunchEvery day, 12:00 PM–1:00 PM",
      "3PlainClosedEvery day",
      "4PartOpenExceptionEvery day, all day",
      "5WholeOpenException, whole dayEvery day, all day",
      "6Rule without a nameOpenEvery day, all day",
      "7goneDeleted rule",
    ]);
  });

  it("[ED4] a schedule without rules is always closed", () => {
    section({ ids: [] });
    expect(screen.getByText("No rules yet: the schedule is always closed.")).toBeVisible();
    expect(screen.queryByRole("list", { name: "Rules in order" })).toBeNull();
  });

  it("[ED4] the rules that can be added are sorted by number, told apart by their meaning, and put last", () => {
    const rules = [
      ...RULES,
      {
        id: "n10",
        name: "Night 10",
        isOpen: true,
        dateRRule: "FREQ=WEEKLY;BYDAY=MO,WE,FR",
        startTime: "08:15",
        endTime: "17:45",
      },
      { id: "n9", name: "Night 9", isOpen: true },
      { id: "n", name: "", isOpen: true },
    ];
    const { last } = section({ ids: ["hours", "lunch", "labor", "spare"], rules });
    const add = screen.getByRole("combobox", { name: "Add a rule" });
    fireEvent.click(add);
    const options = screen
      .getAllByRole("option")
      .map(({ textContent }) => (textContent ?? "").replace(/\s/g, " "));
    expect(options.slice(0, 2)).toEqual([
      "Night 9Every day, all day",
      expect.stringMatching(/^Night 10.{10,46}$/),
    ]);
    expect(options[2]).toMatch(/^Rule without a name/);
    fireEvent.change(add, { target: { value: "night 9" } });
    fireEvent.keyDown(add, { key: "Enter" });
    expect(last()).toEqual(["hours", "lunch", "labor", "spare", "n9"]);
  });

  it("[ED3] the first cannot move up nor the last down, and the focus stays on the moved one", () => {
    const { last, made } = section();
    const disabled = (name: string): boolean => (button(name) as HTMLButtonElement).disabled;
    expect(["Open hours", "Lunch", "Labor Day"].map((name) => disabled(`Move ${name} up`))).toEqual([
      true,
      false,
      false,
    ]);
    expect(["Open hours", "Lunch", "Labor Day"].map((name) => disabled(`Move ${name} down`))).toEqual([
      false,
      false,
      true,
    ]);
    fireEvent.click(button("Move Lunch down"));
    expect(last()).toEqual(["hours", "labor", "lunch"]);
    expect(told()).toBe("Lunch is now number 3 of 3.");
    // Its button that moves down is disabled now.
    expect(button("Move Lunch up")).toHaveFocus();
    fireEvent.keyDown(handle("Open hours"), { key: "ArrowUp" });
    expect(made).toHaveLength(1);
    expect(told()).toBe("Lunch is now number 3 of 3.");
    expect(handle("Open hours")).toHaveFocus();
    fireEvent.keyDown(handle("Lunch"), { key: "ArrowUp" });
    expect(last()).toEqual(["hours", "lunch", "labor"]);
    expect(handle("Lunch")).toHaveFocus();
  });

  it("[ED3] keys other than the vertical arrows are left to the browser", () => {
    const { made } = section();
    expect(fireEvent.keyDown(handle("Lunch"), { key: "Tab" })).toBe(true);
    expect(fireEvent.keyDown(handle("Lunch"), { key: "ArrowRight" })).toBe(true);
    expect(made).toEqual([]);
    expect(fireEvent.keyDown(handle("Lunch"), { key: "ArrowDown" })).toBe(false);
  });

  it("[ED4] of a rule that is listed twice one is removed, which is announced", () => {
    const { last } = section({ ids: ["hours", "lunch", "hours", "unnamed"] });
    expect(rows()).toHaveLength(4);
    fireEvent.click(
      within(rows()[2] ?? document.body).getByRole("button", {
        name: "Remove Open hours from this schedule",
      }),
    );
    expect(last()).toEqual(["hours", "lunch", "unnamed"]);
    expect(told()).toBe("Open hours was removed.");
    fireEvent.click(button("Remove Rule without a name from this schedule"));
    expect(told()).toBe("Rule without a name was removed.");
  });

  it("[ED3] a dragged rule goes where it is dropped, and only there", () => {
    const { last, made } = section();
    // Nothing of the list is dragged: a file or text, which the browser handles.
    expect(drag("dragOver", row("labor"))).toBe(false);
    expect(drag("drop", row("labor"))).toBe(false);
    const sent: unknown[] = [];
    const data = { effectAllowed: "", setData: (...args: unknown[]) => sent.push(args) };
    drag("dragStart", handle("Labor Day"), data);
    expect(data.effectAllowed).toBe("move");
    expect(sent).toEqual([["text/plain", "labor"]]);
    expect(row("labor")).toHaveStyle({ opacity: "0.5" });
    expect(row("hours")).toHaveStyle({ opacity: "1" });
    expect(drag("dragOver", row("hours"))).toBe(true);
    expect(drag("dragOver", row("hours"))).toBe(true);
    expect(row("hours")).toHaveStyle({ borderTopStyle: "solid" });
    expect(row("lunch")).toHaveStyle({ borderTopStyle: "none" });
    expect(drag("drop", row("hours"))).toBe(true);
    expect(last()).toEqual(["labor", "hours", "lunch"]);
    expect(told()).toBe("Labor Day is now number 1 of 3.");
    expect(row("labor")).toHaveStyle({ opacity: "1" });
    // Dropped beside the list, it stays.
    drag("dragStart", handle("Labor Day"), data);
    drag("dragOver", row("lunch"));
    expect(row("lunch")).toHaveStyle({ borderTopStyle: "none" });
    drag("dragEnd", handle("Labor Day"));
    expect(drag("drop", row("lunch"))).toBe(false);
    expect(made).toHaveLength(1);
    expect(row("lunch")).toHaveStyle({ borderTopStyle: "none" });
  });

  it("[ED22] the others that use a rule are named, and its copy takes the focus", () => {
    const sharedWith = new Map([
      ["hours", ["Sales"]],
      ["lunch", []],
      ["gone", ["Sales"]],
    ]);
    const { last } = section({ ids: ["hours", "lunch", "gone"], sharedWith, copy: "spare" });
    expect(screen.getAllByText(/^Also used by/).map(({ textContent }) => textContent)).toEqual([
      "Also used by Sales.",
    ]);
    fireEvent.click(button("Open hours: make a copy only for this schedule"));
    expect(last()).toEqual(["spare", "lunch", "gone"]);
    expect(told()).toBe("This schedule now has its own copy of Open hours.");
    expect(handle("Spare")).toHaveFocus();
  });

  it("[ED22] a copy that cannot be made is not announced", () => {
    section({ sharedWith: new Map([["hours", ["Sales"]]]) });
    fireEvent.click(button("Open hours: make a copy only for this schedule"));
    expect(told()).toBe("");
  });

  const finding = (code: Finding["code"], severity: Finding["severity"], ruleId?: string): Finding => ({
    code,
    severity,
    params: { name: "Open hours", rule: "Open hours", rules: ["Lunch"], schedule: "Support" },
    scheduleId: "support",
    ...(ruleId === undefined ? {} : { ruleId }),
  });
  const FINDINGS = [
    finding("rule-unused", "info", "hours"),
    finding("rule-ended", "error", "hours"),
    finding("rule-shadowed", "warning", "hours"),
    finding("rule-missing", "error", "lunch"),
    finding("no-opening", "warning"),
    finding("no-rules", "warning"),
    finding("item-too-large", "error", "labor"),
  ];
  const fixes = (): readonly string[] =>
    screen.queryAllByText(/^Fix/).map(({ textContent }) => textContent ?? "");

  it("[ED9, VA16] the most severe finding of a rule is shown and the others on demand; those of the schedule stand alone", () => {
    section({ findings: FINDINGS });
    expect(fixes()).toEqual(["Fix rule-ended", "Fix item-too-large", "Fix no-opening"]);
    fireEvent.click(button("2 more remarks"));
    expect(fixes()).toEqual([
      "Fix rule-ended",
      "Fix rule-shadowed",
      "Fix rule-unused",
      "Fix item-too-large",
      "Fix no-opening",
    ]);
    expect(screen.queryByRole("button", { name: /more remarks?$/ })).toBeNull();
  });

  it("[ED10] while somebody else edits, findings are said without a fix, and nothing is moved or copied", () => {
    section({ findings: FINDINGS, readOnly: true, sharedWith: new Map([["hours", ["Sales"]]]) });
    expect(fixes()).toEqual([]);
    expect(button("2 more remarks")).toBeVisible();
    expect(screen.getByText("Also used by Sales.")).toBeVisible();
    expect(screen.queryByRole("button", { name: /^Move|^Remove|^Create|make a copy/ })).toBeNull();
    expect(screen.queryByRole("combobox")).toBeNull();
  });
});
