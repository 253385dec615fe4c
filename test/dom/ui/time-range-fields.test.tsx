import { fireEvent, screen } from "@testing-library/react";
import type { TimeRange } from "@schedule-manager/shared/editing/weekly-hours/hours";
import { FieldsDisabled } from "../../../plugin/src/ui/fields/context";
import { TimeRangeFields } from "../../../plugin/src/ui/fields/time-range-fields";
import { show } from "../features/render";

const HOUR = 60;
const LABELS = { from: "From", to: "To", remove: "Remove" };

function opening(range: TimeRange, { isReadOnly = false, mayRemove = true, autoFocus = false } = {}) {
  const changes: TimeRange[] = [];
  const removed: string[] = [];
  const element = (of: TimeRange) => (
    <FieldsDisabled value={isReadOnly}>
      <TimeRangeFields
        labels={LABELS}
        range={of}
        autoFocus={autoFocus}
        onChange={(next) => changes.push(next)}
        onRemove={mayRemove ? () => removed.push("it") : null}
      />
    </FieldsDisabled>
  );
  const { rerender } = show(element(range));
  const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
  const type = (label: string, value: string): void => {
    fireEvent.change(field(label), { target: { value } });
  };
  const leave = (label: string): void => {
    fireEvent.blur(field(label));
  };
  const values = () => [field("From").value, field("To").value];
  return { changes, removed, field, type, leave, values, become: (of: TimeRange) => rerender(element(of)) };
}
const DAY = { start: 8 * HOUR, end: 17 * HOUR };

describe("the fields of an opening", () => {
  it("[WH8] a time counts when its field is left, once, and only if it is another one", () => {
    const { changes, type, leave, values } = opening(DAY);
    expect(values()).toEqual(["08:00", "17:00"]);
    leave("From");
    expect(changes).toEqual([]);
    type("From", "09:00");
    expect(changes).toEqual([]);
    leave("From");
    expect(changes).toEqual([{ start: 9 * HOUR, end: 17 * HOUR }]);
    type("From", "08:00");
    type("To", "16:30");
    leave("To");
    expect(changes[1]).toEqual({ start: 8 * HOUR, end: 16.5 * HOUR });
  });

  it("[WH8] an end at or before the start is on the next day, and the fields say so", () => {
    const { changes, type, leave } = opening(DAY);
    expect(screen.queryByText(/next day/)).toBeNull();
    type("To", "08:00");
    leave("To");
    type("To", "07:00");
    expect(screen.getByText(/next day/)).toBeVisible();
    leave("To");
    expect(changes).toEqual([
      { start: 8 * HOUR, end: 32 * HOUR },
      { start: 8 * HOUR, end: 31 * HOUR },
    ]);
    type("To", "00:00");
    // Midnight ends the day itself.
    expect(screen.queryByText(/next day/)).toBeNull();
    leave("To");
    expect(changes[2]).toEqual({ start: 8 * HOUR, end: 24 * HOUR });
  });

  it("[WH8] a night and an end at midnight are shown as times of day", () => {
    const { values, become } = opening({ start: 22 * HOUR, end: 30 * HOUR });
    expect(values()).toEqual(["22:00", "06:00"]);
    expect(screen.getByText(/next day/)).toBeVisible();
    become({ start: 0, end: 24 * HOUR });
    expect(values()).toEqual(["00:00", "00:00"]);
    become({ start: 0, end: 12 * HOUR });
    expect(values()).toEqual(["00:00", "12:00"]);
  });

  it.each(["From", "To"])("[WH8] the field %s that is left empty is marked and changes nothing", (label) => {
    const { changes, field, type, leave, values } = opening(DAY);
    type(label, "");
    expect(field(label)).toBeInvalid();
    leave(label);
    expect(changes).toEqual([]);
    expect(values()).toEqual(["08:00", "17:00"]);
    expect(field(label)).not.toBeInvalid();
  });

  it("[WH7] the opening is removed by its button, where it may be", () => {
    const { removed } = opening(DAY);
    fireEvent.click(screen.getByRole("button", { name: "Remove" }));
    expect(removed).toEqual(["it"]);
  });

  it.each([
    ["that has to stay", { mayRemove: false }, false],
    ["in a read-only form", { isReadOnly: true }, true],
  ])("[WH7] an opening %s has no button", (_, how, isDisabled) => {
    const { field } = opening(DAY, how);
    expect(screen.queryByRole("button")).toBeNull();
    expect([field("From").disabled, field("To").disabled]).toEqual([isDisabled, isDisabled]);
  });

  it("[WH9] an added opening has the focus in its start", () => {
    expect(opening(DAY, { autoFocus: true }).field("From")).toHaveFocus();
  });

  it("[WH9] another opening takes no focus", () => {
    opening(DAY);
    expect(document.body).toHaveFocus();
  });
});
