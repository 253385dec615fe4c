import { act, fireEvent, screen } from "@testing-library/react";
import type { ConnectionStatus } from "@schedule-manager/plugin/sync/connection-manager";
import { connectionChanged } from "@schedule-manager/plugin/sync/connection-slice";
import type { ManualClose } from "@schedule-manager/shared/evaluator/manual-close";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { CloseDialog } from "../../../plugin/src/ui/manual-close/close-dialog";
import { showOn, storeWith } from "../features/catalogue";
import { RULES, SALES, SUPPORT } from "../features/items";

const SHORT: Rule = { id: "short", name: "Short", isOpen: true, startTime: "08:00", endTime: "14:00" };
const EARLY: Schedule = { ...SUPPORT, id: "early", name: "Early", rules: ["short"] };

function dialog(
  schedules: readonly Schedule[],
  {
    notes = [],
    live = [],
    current = null,
  }: { notes?: readonly string[]; live?: readonly Schedule[]; current?: ManualClose | null } = {},
) {
  const rules = [...RULES, SHORT];
  const closed: (readonly [string, ManualClose][])[] = [];
  const added: string[] = [];
  const store = storeWith({ schedules: live, rules });
  showOn(
    store,
    <CloseDialog
      schedules={schedules}
      rulesById={new Map(rules.map((rule) => [rule.id, rule]))}
      current={current}
      onClose={(closes) => closed.push([...closes])}
      onDismiss={() => undefined}
    />,
    { recentNotes: { list: () => notes, add: (note) => added.push(note) } },
  );
  const become = (to: ConnectionStatus): void => {
    act(() => void store.dispatch(connectionChanged({ to, at: 0 })));
  };
  return { closed, added, become };
}
const radio = (name: RegExp): HTMLInputElement => screen.getByRole("radio", { name });
const optionsAt = (): (string | null)[] =>
  screen
    .getAllByRole("radio")
    .map((one) => /· (.*)$/.exec(one.closest("div")?.textContent ?? "")?.[1] ?? null);
const type = (label: string, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};
const press = (): void => void fireEvent.click(screen.getByRole("button", { name: "Close now" }));

describe("the dialog that closes several schedules", () => {
  it("[MC11] names them in their order, and one schedule in its title only", () => {
    dialog([SUPPORT, EARLY, { ...SALES, name: "Desk 10" }, { ...SALES, id: "b", name: "Desk 9" }]);
    expect(screen.getByRole("heading")).toHaveTextContent("Close 4 schedules manually");
    expect(screen.getByText(/^Desk 9, Desk 10, Early,? and Support$/)).toBeVisible();
  });

  it("[MC16] says that a close may fail while there is no connection, and closes nevertheless", () => {
    const { closed, become } = dialog([SUPPORT]);
    expect(screen.queryByText(/no connection/)).toBeNull();
    become({ type: "interrupted", reason: "network" });
    expect(screen.getByText(/^There is no connection to Twilio right now\./)).toBeVisible();
    press();
    expect(closed).toHaveLength(1);
    become({ type: "failed", reason: "denied" });
    expect(screen.getByText(/nothing is closed\.$/)).toBeVisible();
    become({ type: "connected" });
    expect(screen.queryByText(/no connection/)).toBeNull();
  });

  it("[MC9] in one zone an option says when it ends if that is the same for all", () => {
    dialog([SUPPORT, EARLY]);
    expect(radio(/^15 minutes · Fri,? 12:15.PM$/)).toBeEnabled();
    expect(radio(/^1 hour · Fri,? 1:00.PM$/)).toBeEnabled();
    // One closes at five, the other at two.
    expect(radio(/^Until the end of today’s hours$/)).not.toBeChecked();
    expect(radio(/^Until reopened$/)).toBeChecked();
    expect(screen.getByText("Time zone: America/Chicago")).toBeVisible();
  });

  it("[MC9] in several zones no option has a time, and a time is each schedule's own", () => {
    dialog([SUPPORT, SALES]);
    expect(optionsAt()).toEqual([null, null, null, null, null]);
    expect(screen.getByText("In each schedule’s own time zone.")).toBeVisible();
  });

  it("[MC9] a zone that nobody knows still closes, and its times are in UTC", () => {
    const { closed } = dialog([{ ...SALES, timeZone: "Mars/New_Base" }]);
    expect(screen.getByText("Time zone: Mars/New Base")).toBeVisible();
    fireEvent.click(radio(/^15 minutes · Fri,? 5:15.PM$/));
    press();
    expect(closed).toEqual([[["other", { until: "2026-09-04T17:15:00.000Z" }]]]);
  });

  it("[MC9] each schedule is closed until the end of its own hours", () => {
    const { closed } = dialog([SUPPORT, EARLY]);
    fireEvent.click(radio(/^Until the end of today’s hours$/));
    press();
    expect(closed).toEqual([
      [
        ["support", { until: "2026-09-04T22:00:00.000Z" }],
        ["early", { until: "2026-09-04T19:00:00.000Z" }],
      ],
    ]);
  });

  it("[MC13] a refused time is explained until something else is chosen, with the schedules for which it has passed", () => {
    const { closed } = dialog([SUPPORT, { ...SALES, timeZone: "Asia/Tokyo" }]);
    type("Date", "2026-09-04");
    type("Time", "13:00");
    // Nothing is refused before the person confirms.
    expect(screen.queryByText(/already passed/)).toBeNull();
    press();
    expect(screen.getByText("This time has already passed: Sales.")).toBeVisible();
    fireEvent.click(radio(/^1 hour/));
    expect(screen.queryByText(/already passed/)).toBeNull();
    type("Date", "");
    expect(radio(/^Until a time:$/)).toBeChecked();
    press();
    expect(screen.getByText("Choose a date and a time.")).toBeVisible();
    expect(closed).toEqual([]);
    fireEvent.click(radio(/^Until reopened$/));
    press();
    expect(closed).toEqual([
      [
        ["support", {}],
        ["other", {}],
      ],
    ]);
  });
});

describe("the note of a manual close", () => {
  const button = (name: string) => screen.getByRole("button", { name });

  it("[MC13] this browser's last notes are offered first, then those of closed schedules, three and each once", () => {
    const live = [
      { ...SUPPORT, manualClose: true, manualNote: "Strike" },
      { ...SALES, manualClose: true, manualNote: "Snow" },
      { ...EARLY, manualClose: true, manualNote: "Flood" },
    ];
    const { closed, added } = dialog([SUPPORT], { notes: ["Fire", "Snow"], live });
    const offered = ["Fire", "Snow", "Strike", "Flood"].filter((name) =>
      screen.queryByRole("button", { name }),
    );
    expect(offered).toEqual(["Fire", "Snow", "Strike"]);
    fireEvent.click(screen.getByLabelText("Callers hear the note"));
    fireEvent.click(button("Strike"));
    expect(screen.getByLabelText("Note")).toHaveValue("Strike");
    expect(screen.getByLabelText("Callers hear the note")).toBeChecked();
    press();
    expect(closed).toEqual([[["support", { note: "Strike", isNoteSpoken: true }]]]);
    expect(added).toEqual(["Strike"]);
  });

  it("[MC13] without earlier notes nothing is offered", () => {
    dialog([SUPPORT]);
    expect(screen.queryByText("Recent:")).toBeNull();
  });

  it("[MC1] an empty note is none, and cannot be heard", () => {
    const { closed, added } = dialog([SUPPORT]);
    type("Note", "  ");
    fireEvent.click(screen.getByLabelText("Callers hear the note"));
    press();
    expect(closed).toEqual([[["support", {}]]]);
    expect(added).toEqual([]);
  });

  it("[MC4] a note that nobody ticked is not heard", () => {
    const { closed } = dialog([SUPPORT], { current: { note: "Fire" } });
    expect(screen.getByLabelText("Callers hear the note")).not.toBeChecked();
    press();
    expect(closed).toEqual([[["support", { note: "Fire" }]]]);
  });

  it("[MC5] a note with a hidden character is refused, which names the character", () => {
    const { closed, added } = dialog([SUPPORT]);
    type("Note", "Fire\u202e");
    expect(screen.getByText(/U\+202E/)).toBeVisible();
    expect(screen.getByLabelText("Note")).toBeInvalid();
    press();
    expect([closed, added]).toEqual([[], []]);
    expect(screen.getByLabelText("Note")).toHaveAttribute("maxlength", "200");
  });
});
