import { useState } from "react";
import { fireEvent, screen, within } from "@testing-library/react";
import { Combobox } from "../../../plugin/src/ui/fields/combobox";
import { FieldsDisabled } from "../../../plugin/src/ui/fields/context";
import { RulesField } from "../../../plugin/src/ui/fields/rules-field";
import { SchedulesField } from "../../../plugin/src/ui/fields/schedules-field";
import { RULES, SALES, SUPPORT } from "../features/items";
import { show } from "../features/render";

const ignored = (): void => undefined;
const box = () => screen.getByRole("combobox");
const options = () => screen.queryAllByRole("option").map(({ textContent }) => textContent);
const open = (): void => void fireEvent.click(box());
const key = (name: string): boolean => fireEvent.keyDown(box(), { key: name });
const type = (value: string): void => void fireEvent.change(box(), { target: { value } });
const active = (): string | null | undefined => {
  const id = box().getAttribute("aria-activedescendant");
  return id === null ? null : document.getElementById(id)?.textContent;
};
const COLORS = ["Red", "Green", "Blue"].map((text) => ({ value: text.toLowerCase(), text }));

function picker(more: Partial<Parameters<typeof Combobox>[0]> = {}) {
  const chosen: string[] = [];
  const keys: string[] = [];
  function Scene() {
    const [value, setValue] = useState(more.value ?? "green");
    return (
      <div
        onKeyDown={(event) => {
          if (!event.defaultPrevented) keys.push(event.key);
        }}
      >
        <Combobox
          label="Color"
          options={COLORS}
          {...more}
          value={value}
          onChange={(next) => {
            chosen.push(next);
            setValue(next);
          }}
        />
      </div>
    );
  }
  show(<Scene />);
  return { chosen, keys };
}

describe("a picker", () => {
  it("[ED16] shows the chosen option, opens on a click at it, and takes the option that is clicked", () => {
    const { chosen } = picker();
    expect(box()).toHaveValue("Green");
    expect(box()).toHaveAttribute("aria-expanded", "false");
    open();
    expect(box()).toHaveAttribute("aria-expanded", "true");
    expect(box().getAttribute("aria-controls")).toBe(screen.getByRole("listbox", { name: "Color" }).id);
    expect(options()).toEqual(["Red", "Green", "Blue"]);
    expect(active()).toBe("Green");
    expect(screen.getByRole("option", { selected: true })).toHaveTextContent("Green");
    const blue = screen.getByRole("option", { name: "Blue" });
    // The field keeps the focus.
    expect(fireEvent.mouseDown(blue)).toBe(false);
    fireEvent.click(blue);
    expect(chosen).toEqual(["blue"]);
    expect(box()).toHaveValue("Blue");
    expect(screen.queryByRole("listbox")).toBeNull();
  });

  it("[ED16] the arrow keys open it and move, Enter takes the active option, and other keys do nothing", () => {
    const { chosen, keys } = picker();
    key("Enter");
    key("Home");
    expect(screen.queryByRole("listbox")).toBeNull();
    key("ArrowDown");
    expect(active()).toBe("Green");
    key("ArrowDown");
    expect(active()).toBe("Blue");
    key("ArrowUp");
    key("ArrowUp");
    expect(active()).toBe("Red");
    key("Home");
    key("Enter");
    expect(chosen).toEqual(["red"]);
    // The first Enter was the form's.
    expect(keys).toEqual(["Enter", "Home", "Home"]);
  });

  it("[ED16] Escape closes the list alone, and then what is around it; leaving the field closes it too", () => {
    const { chosen, keys } = picker();
    open();
    type("re");
    key("Escape");
    expect(screen.queryByRole("listbox")).toBeNull();
    expect(box()).toHaveValue("Green");
    expect(keys).toEqual([]);
    key("Escape");
    expect(keys).toEqual(["Escape"]);
    open();
    type("blu");
    fireEvent.blur(box());
    expect(screen.queryByRole("listbox")).toBeNull();
    expect(box()).toHaveValue("Green");
    expect(chosen).toEqual([]);
  });

  it("[ED16] while the field has the focus the number of options is announced", () => {
    picker();
    expect(screen.queryByRole("status")).toBeNull();
    fireEvent.focus(box());
    expect(screen.getByRole("status")).toHaveTextContent(/^$/);
    open();
    expect(screen.getByRole("status")).toHaveTextContent("3 options");
    type("re");
    expect(options()).toEqual(["Red", "Green"]);
    expect(screen.getByRole("status")).toHaveTextContent("2 options");
    fireEvent.blur(box());
    expect(screen.queryByRole("status")).toBeNull();
  });

  it("[ED21] where nothing matches it says so, and where all options are chosen it says that", () => {
    picker({ exhausted: "All are chosen" });
    open();
    type("zzz");
    expect(options()).toEqual(["Nothing found"]);
    expect(box()).not.toHaveAttribute("aria-activedescendant");
    key("Enter");
    expect(screen.queryByRole("listbox")).toBeNull();
  });

  it("[ED21] a picker without options says why, or else that nothing was found", () => {
    const { rerender } = show(
      <Combobox label="Color" exhausted="All are chosen" options={[]} value="" onChange={ignored} />,
    );
    open();
    expect(options()).toEqual(["All are chosen"]);
    rerender(<Combobox label="Color" options={[]} value="" onChange={ignored} />);
    expect(options()).toEqual(["Nothing found"]);
  });

  it("[ED16] a field for any text gives each typed text, and has no list where nothing matches", () => {
    const { chosen, keys } = picker({ free: true, value: "Own" });
    expect(box()).toHaveValue("Own");
    open();
    expect(options()).toHaveLength(3);
    type("zzz");
    expect(chosen).toEqual(["zzz"]);
    expect(screen.queryByRole("listbox")).toBeNull();
    key("Enter");
    key("Escape");
    expect(keys).toEqual(["Enter", "Escape"]);
  });

  it("[ED16] an unknown value is shown as it is, or as its caller says; a field that adds to a list is empty", () => {
    const { rerender } = show(<Combobox label="Color" options={COLORS} value="x" onChange={ignored} />);
    expect(box()).toHaveValue("x");
    expect(box()).not.toHaveAttribute("placeholder");
    rerender(<Combobox label="Color" options={COLORS} value="x" shown="An x" onChange={ignored} />);
    expect(box()).toHaveValue("An x");
    rerender(
      <Combobox label="Color" options={COLORS} value="x" clears placeholder="Hint" onChange={ignored} />,
    );
    expect(box()).toHaveValue("");
    expect(box()).toHaveAttribute("placeholder", "Hint");
  });

  it("[ED17] the list scrolls itself and its active option into sight", () => {
    const seen: (string | null)[] = [];
    HTMLElement.prototype.scrollIntoView = function scrollIntoView() {
      seen.push(this.getAttribute("role"));
    };
    picker();
    open();
    expect(seen).toEqual(["listbox", "option"]);
    key("ArrowDown");
    expect(seen).toEqual(["listbox", "option", "option"]);
    type("re");
    expect(seen.slice(3)).toContain("listbox");
    Reflect.deleteProperty(HTMLElement.prototype, "scrollIntoView");
  });

  it("[ED16] a long list grows when it is scrolled near its end", () => {
    const many = Array.from({ length: 100 }, (_, n) => ({ value: `${n}`, text: `Option ${n}` }));
    show(<Combobox label="Many" options={many} value="" onChange={ignored} />);
    open();
    const list = screen.getByRole("listbox");
    const scrollTo = (scrollTop: number): number => {
      for (const [name, value] of Object.entries({ scrollTop, clientHeight: 300, scrollHeight: 1000 }))
        Object.defineProperty(list, name, { value, configurable: true });
      fireEvent.scroll(list);
      return options().length;
    };
    expect([0, 600, 601, 700, 700, 700].map(scrollTo)).toEqual([40, 40, 80, 100, 100, 100]);
  });
});

describe("the choice of schedules", () => {
  const schedules = [
    SUPPORT,
    SALES,
    { ...SALES, id: "b", name: "Billing 10" },
    { ...SALES, id: "c", name: "Billing 9" },
  ];
  const field = (more: Partial<Parameters<typeof SchedulesField>[0]> = {}) => {
    const changes: (readonly string[])[] = [];
    const { rerender } = show(<p />);
    const become = (also: Partial<Parameters<typeof SchedulesField>[0]>) => {
      rerender(
        <SchedulesField
          label="Schedules"
          schedules={schedules}
          chosen={[]}
          onChange={(ids) => changes.push(ids)}
          {...more}
          {...also}
        />,
      );
    };
    become({});
    return { changes, become };
  };

  it("[AH8] offers the others in their order, finds them by zone, and adds and removes", () => {
    const { changes, become } = field({ locked: ["other"] });
    open();
    expect(options()).toEqual(["Billing 9", "Billing 10", "Support"]);
    type("chicago");
    expect(options()).toEqual(["Support"]);
    key("Enter");
    expect(changes).toEqual([["support"]]);
    expect(box()).toBeRequired();
    become({ chosen: ["support", "gone"] });
    expect(box()).not.toBeRequired();
    expect(box()).toHaveAccessibleName("Add a schedule");
    open();
    expect(options()).toEqual(["Billing 9", "Billing 10"]);
    key("ArrowDown");
    key("Enter");
    expect(changes[1]).toEqual(["support", "gone", "c"]);
    const chosen = screen.getByRole("list", { name: "Schedules" });
    expect(
      within(chosen)
        .getAllByRole("listitem")
        .map(({ textContent }) => textContent),
    ).toEqual([expect.stringContaining("Support"), expect.stringContaining("gone")]);
    fireEvent.click(screen.getByRole("button", { name: "Remove Support" }));
    expect(changes[2]).toEqual(["gone"]);
  });

  it("[AH8] an optional choice keeps its label and needs nothing; where all are chosen it says so", () => {
    const { become } = field({ isOptional: true });
    expect(box()).not.toBeRequired();
    become({ chosen: schedules.map(({ id }) => id) });
    expect(box()).toHaveAccessibleName("Schedules");
    open();
    expect(options()).toEqual(["There are no other schedules to choose from."]);
  });
});

describe("the choice of rules", () => {
  const rules = [...RULES, { id: "nameless", name: "", isOpen: true }];
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const field = (ids: readonly string[], isReadOnly = false) => {
    const changes: (readonly string[])[] = [];
    show(
      <FieldsDisabled value={isReadOnly}>
        <RulesField
          label="Rules"
          ids={ids}
          rulesById={byId}
          choices={rules}
          error="Wrong"
          {...(isReadOnly ? {} : { detailOf: (id: string) => `(${id})` })}
          onChange={(next) => changes.push(next)}
        />
      </FieldsDisabled>,
    );
    return changes;
  };
  const listed = () => screen.getAllByRole("listitem").map(({ firstChild }) => firstChild?.textContent);

  it("[RE16] offers the rules that are not chosen by name, and adds and removes", () => {
    const changes = field(["lunch", "gone", "nameless"]);
    expect(listed()).toEqual(["Lunch", "gone", "Rule without a name"]);
    open();
    expect(options()).toEqual(["Labor Day(labor)", "Open hours(hours)", "Spare(spare)"]);
    fireEvent.click(screen.getByRole("option", { name: /^Spare/ }));
    expect(changes).toEqual([["lunch", "gone", "nameless", "spare"]]);
    expect(box()).toHaveValue("");
    fireEvent.click(screen.getByRole("button", { name: "Remove gone" }));
    expect(changes[1]).toEqual(["lunch", "nameless"]);
    expect(box()).toBeInvalid();
  });

  it("[RE11] a read-only choice lists its rules and has no buttons", () => {
    field(["lunch"], true);
    expect(listed()).toEqual(["Lunch"]);
    expect(screen.queryByRole("button")).toBeNull();
    expect(box()).toBeDisabled();
  });

  it("[RE16] a rule without a name is offered as such", () => {
    field([]);
    open();
    expect(options()).toContain("Rule without a name(nameless)");
    expect(options()[0]).toBe("Labor Day(labor)");
  });
});
