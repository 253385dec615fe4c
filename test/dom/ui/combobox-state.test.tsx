import { act, render } from "@testing-library/react";
import { type ComboState, useComboState } from "@schedule-manager/plugin/ui/fields/combobox-state";

/** Options rendered at once. */
const PAGE = 40;
const options = Array.from({ length: 100 }, (_, n) => ({ value: `v${n}`, text: `Option ${n}` }));

/** The state of a combobox, after each of some steps. */
function combobox(selected = "", free = false, offered = options) {
  const last: { state?: ComboState } = {};
  function Field() {
    last.state = useComboState(offered, selected, { free });
    return null;
  }
  render(<Field />);
  const state = (): ComboState => {
    if (last.state === undefined) throw new Error("it is not rendered");
    return last.state;
  };
  const step = (what: (state: ComboState) => void) => {
    act(() => {
      what(state());
    });
    return state();
  };
  return { state, step };
}

describe("the list of a combobox", () => {
  it("[ED16] it opens at the selected option, or without one", () => {
    expect(combobox("v7").step((one) => one.show())).toMatchObject({ open: true, active: 7 });
    expect(combobox("none").step((one) => one.show())).toMatchObject({ open: true, active: -1 });
    expect(combobox("v7").step((one) => one.show(3)).active).toBe(3);
    expect(combobox("v7").step((one) => one.show(0)).active).toBe(0);
  });

  it("[ED16] it renders a page of options beyond the active one, and more on demand", () => {
    const { state, step } = combobox("v50");
    expect(state().shown).toHaveLength(PAGE);
    expect(step((one) => one.show()).shown).toHaveLength(50 + PAGE);
    expect(step((one) => one.show(0)).shown).toHaveLength(50 + PAGE);
    step((one) => one.hide());
    expect(step((one) => one.more()).shown).toHaveLength(2 * PAGE);
  });

  it("[ED16] closing it forgets the text, the active option and the rendered pages", () => {
    const { step } = combobox("v50");
    step((one) => one.type("option 5"));
    step((one) => one.show(50));
    const { open, query, active, shown } = step((one) => one.hide());
    expect([open, query, active, shown.length]).toEqual([false, null, -1, PAGE]);
  });

  it("[ED16] typing opens it with the first match active", () => {
    const { state, step } = combobox();
    step((one) => one.more());
    expect(step((one) => one.type("option 5"))).toMatchObject({ open: true, query: "option 5", active: 0 });
    expect(state().found[0]?.value).toBe("v5");
    expect(state().shown).toEqual(state().found);
    expect(step((one) => one.type("")).shown).toHaveLength(PAGE);
  });

  it.each(["", "  "])("[ED16] the text %j matches everything, and nothing is active", (text) => {
    const { active, found } = combobox().step((one) => one.type(text));
    expect([active, found.length]).toEqual([-1, options.length]);
  });

  it("[ED16] where nothing matches or any text is a value, typing activates nothing", () => {
    expect(combobox().step((one) => one.type("zzz")).active).toBe(-1);
    expect(combobox("", true).step((one) => one.type("option 5")).active).toBe(-1);
    expect(combobox("", true).step((one) => one.type("")).active).toBe(-1);
  });

  it("[ED16] the arrow keys move in a circle, from outside to the first or the last option", () => {
    const { step } = combobox("", false, options.slice(0, 3));
    const move = (by: number) => step((one) => one.move(by)).active;
    expect([1, 1, 1, 1, -1, -1].map(move)).toEqual([0, 1, 2, 0, 2, 1]);
    step((one) => one.hide());
    expect(move(-1)).toBe(2);
    step((one) => one.show(0));
    expect(move(-1)).toBe(2);
  });

  it("[ED16] the arrow keys stay outside a list without options, and reach unrendered ones", () => {
    const empty = combobox("", false, []);
    expect(empty.step((one) => one.move(1)).active).toBe(-1);
    const { step } = combobox();
    const { active, shown } = step((one) => one.move(-1));
    expect([active, shown.length]).toEqual([99, 100]);
  });
});
