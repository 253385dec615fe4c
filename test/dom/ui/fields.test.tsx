import type { ReactElement } from "react";
import { fireEvent, screen } from "@testing-library/react";
import { CheckField } from "../../../plugin/src/ui/fields/check-field";
import { ChoiceField } from "../../../plugin/src/ui/fields/choice-field";
import { FieldsDisabled } from "../../../plugin/src/ui/fields/context";
import { NumberField } from "../../../plugin/src/ui/fields/number-field";
import { SelectField } from "../../../plugin/src/ui/fields/select-field";
import { TextField } from "../../../plugin/src/ui/fields/text-field";
import { WeekdaysField } from "../../../plugin/src/ui/fields/weekdays-field";
import { show } from "../features/render";

const ignored = (): void => undefined;
const OPTIONS = [
  { value: "a", text: "First" },
  { value: "b", text: "Second" },
] as const;

/** Each kind of field with its label, "Field". */
const FIELDS: readonly (readonly [string, ReactElement])[] = [
  ["text", <TextField key="" label="Field" value="" onChange={ignored} />],
  ["number", <NumberField key="" label="Field" value="" onChange={ignored} />],
  ["selection", <SelectField key="" label="Field" value="a" options={OPTIONS} onChange={ignored} />],
  ["check", <CheckField key="" label="Field" checked onChange={ignored} />],
];

describe("the fields of forms", () => {
  it.each(FIELDS)("[RE11] a %s field can be used, and is read-only in a form that is", (_, field) => {
    const { rerender } = show(field);
    expect(screen.getByLabelText("Field")).toBeEnabled();
    rerender(<FieldsDisabled value>{field}</FieldsDisabled>);
    expect(screen.getByLabelText("Field")).toBeDisabled();
  });

  it("[RE11] a choice and weekdays are read-only in a form that is", () => {
    show(
      <FieldsDisabled value>
        <ChoiceField legend="Choice" value="a" options={OPTIONS} onChange={ignored} />
        <WeekdaysField legend="Days" weekdays={1} onChange={ignored} />
      </FieldsDisabled>,
    );
    for (const control of [...screen.getAllByRole("radio"), ...screen.getAllByRole("button")])
      expect(control).toBeDisabled();
  });

  it("[RE9] a problem, or else a remark, replaces the help at its field and describes it", () => {
    const field = (more: { error?: string; warning?: string; help?: string }): HTMLElement => {
      rerender(<TextField label="Field" value="" onChange={ignored} {...more} />);
      return screen.getByLabelText("Field");
    };
    const { rerender, container } = show(<p />);
    expect(field({})).not.toHaveAttribute("aria-describedby");
    expect(field({ help: "Helps" })).toHaveAccessibleDescription("Helps");
    expect(field({ help: "Helps" })).not.toBeInvalid();
    expect(field({ help: "Helps", warning: "Careful" })).toHaveAccessibleDescription(/Careful$/);
    expect(field({ help: "Helps", warning: "Careful" })).not.toBeInvalid();
    expect(field({ help: "Helps", warning: "Careful", error: "Wrong" })).toHaveAccessibleDescription(
      /Wrong$/,
    );
    expect(field({ error: "Wrong" })).toBeInvalid();
    expect(container).not.toHaveTextContent("Careful");
    expect(field({ warning: "Careful" })).toHaveAccessibleDescription(/Careful$/);
  });

  it("[RE9] a field that must be filled says so", () => {
    const { rerender } = show(<TextField label="Field" required value="" onChange={ignored} />);
    expect(screen.getByRole("textbox")).toBeRequired();
    expect(screen.getByText("Field").closest("label")).toHaveTextContent("Required");
    rerender(<TextField label="Field" value="" onChange={ignored} />);
    expect(screen.getByRole("textbox")).not.toBeRequired();
    expect(screen.getByText("Field").closest("label")).not.toHaveTextContent("Required");
  });

  it("[RE2] a line of text is given as typed; its kind, length, hint and focus are as asked", () => {
    const typed: string[] = [];
    const on = (value: string): void => void typed.push(value);
    const { unmount } = show(<TextField label="Field" value="" onChange={on} />);
    const plain = screen.getByLabelText("Field");
    fireEvent.change(plain, { target: { value: " a " } });
    expect(typed).toEqual([" a "]);
    for (const name of ["maxlength", "placeholder"]) expect(plain).not.toHaveAttribute(name);
    expect(plain).toHaveAttribute("type", "text");
    expect(plain).not.toHaveFocus();
    unmount();
    show(
      <TextField
        label="Field"
        type="date"
        maxLength={9}
        placeholder="Hint"
        autoFocus
        value=""
        onChange={on}
      />,
    );
    const asked = screen.getByLabelText("Field");
    expect(asked).toHaveAttribute("type", "date");
    expect(asked).toHaveAttribute("maxlength", "9");
    expect(asked).toHaveAttribute("placeholder", "Hint");
    expect(asked).toHaveFocus();
  });

  it("[RE5] a number takes digits only, four at most, and shows its unit", () => {
    const typed: string[] = [];
    const { rerender, container } = show(
      <NumberField label="Field" value="3" unit="weeks" onChange={(value) => typed.push(value)} />,
    );
    const field = screen.getByLabelText("Field");
    fireEvent.change(field, { target: { value: "-1x 2" } });
    expect(typed).toEqual(["12"]);
    expect(field).toHaveValue("3");
    expect(field).toHaveAttribute("maxlength", "4");
    expect(container).toHaveTextContent("weeks");
    rerender(<NumberField label="Field" value="3" onChange={ignored} />);
    expect(container.textContent).toBe("Field");
  });

  it("[RE5] a selection and a choice give the option's value", () => {
    const chosen: string[] = [];
    const on = (value: string): void => void chosen.push(value);
    show(
      <>
        <SelectField label="Selection" value="a" options={OPTIONS} onChange={on} />
        <ChoiceField legend="Choice" value="a" options={OPTIONS} help="Helps" error="Wrong" onChange={on} />
      </>,
    );
    const select = screen.getByLabelText("Selection");
    expect(select).toHaveDisplayValue("First");
    fireEvent.change(select, { target: { value: "b" } });
    expect(screen.getByRole("radio", { name: "First" })).toBeChecked();
    fireEvent.click(screen.getByRole("radio", { name: "Second" }));
    expect(chosen).toEqual(["b", "b"]);
    expect(screen.getByRole("group", { name: /Choice/ })).toHaveTextContent(/Helps.*Wrong|Wrong/);
  });

  it("[RE9] a choice has help and a problem only where they are given", () => {
    const { container, rerender } = show(
      <ChoiceField legend="Choice" value="a" options={OPTIONS} onChange={ignored} />,
    );
    expect(container.textContent).toBe("ChoiceFirstSecond");
    rerender(
      <ChoiceField legend="Choice" hideLegend help="Helps" value="a" options={OPTIONS} onChange={ignored} />,
    );
    expect(container).toHaveTextContent("Helps");
    expect(screen.getByRole("group", { name: /Choice/ })).toBeInTheDocument();
  });

  it("[RE5] a check gives its new state, and can be mixed or have help", () => {
    const states: boolean[] = [];
    const on = (to: boolean): void => void states.push(to);
    const { container, rerender } = show(<CheckField label="Field" checked={false} onChange={on} />);
    expect(container.textContent).toBe("Field");
    fireEvent.click(screen.getByLabelText("Field"));
    expect(screen.getByLabelText("Field")).not.toBePartiallyChecked();
    rerender(<CheckField label="Field" isLabelHidden help="Helps" indeterminate checked onChange={on} />);
    expect(screen.getByRole("checkbox", { name: /Field/ })).toBePartiallyChecked();
    expect(container).toHaveTextContent("Helps");
    fireEvent.click(screen.getByRole("checkbox"));
    expect(states[0]).toBe(true);
    expect(states).toHaveLength(2);
  });

  it("[RE5] weekdays begin with the reader's first one, and each is switched alone", () => {
    const changes: number[] = [];
    const MONDAY = 1;
    const FRIDAY = 1 << 4;
    show(
      <WeekdaysField
        legend="Days"
        weekdays={MONDAY | FRIDAY}
        help="Helps"
        onChange={(next) => changes.push(next)}
      />,
    );
    const days = screen.getAllByRole("button");
    expect(days.map((day) => `${day.getAttribute("aria-label")}: ${day.textContent}`)).toEqual([
      "Sunday: Sun",
      "Monday: Mon",
      "Tuesday: Tue",
      "Wednesday: Wed",
      "Thursday: Thu",
      "Friday: Fri",
      "Saturday: Sat",
    ]);
    expect(days.flatMap((day, n) => (day.getAttribute("aria-pressed") === "true" ? [n] : []))).toEqual([
      1, 5,
    ]);
    fireEvent.click(screen.getByRole("button", { name: "Monday" }));
    fireEvent.click(screen.getByRole("button", { name: "Sunday" }));
    expect(changes).toEqual([FRIDAY, MONDAY | FRIDAY | (1 << 6)]);
    expect(screen.getByRole("group")).toHaveAccessibleDescription("Helps");
  });
});
