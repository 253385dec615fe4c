import { fireEvent, screen, waitFor } from "@testing-library/react";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { ImportCalendar } from "../../../plugin/src/features/import-export/import-calendar";
import { calendar, event } from "../../unit/shared/import-export/ical/calendars";
import { showOn, storeWith } from "./catalogue";
import { NOW, RULES, SALES, SUPPORT } from "./items";

const DAY = event("UID:1", "SUMMARY:Founders' Day", "DTSTART;VALUE=DATE:20261012");
const WORKDAY = event("UID:w", "SUMMARY:春节（班）", "DTSTART;VALUE=DATE:20261115");
const LUNA: Schedule = { ...SALES, id: "luna", name: "Luna", timeZone: "Moon/Base", aliases: [], queues: [] };

function scene(file: string, schedules: readonly Schedule[] = [SUPPORT, SALES, LUNA]) {
  const store = storeWith({ schedules, rules: RULES });
  const onDone = jest.fn();
  const bytes = new TextEncoder().encode(file);
  showOn(store, <ImportCalendar bytes={bytes} schedules={schedules} now={NOW} onDone={onDone} />, {
    notify: () => undefined,
    newKey: () => "new",
  });
  return {
    onDone,
    drafts: () => Object.values(pluginState(store.getState()).drafts.items).map((draft) => draft?.value),
  };
}
/** The field of the target schedules; selects have its role, too. */
const target = (): HTMLElement =>
  document.querySelector<HTMLElement>("input[role=combobox]") ?? document.body;
async function pick(text: string): Promise<void> {
  fireEvent.focus(target());
  fireEvent.change(target(), { target: { value: text } });
  await screen.findByRole("option", { name: new RegExp(text) });
  fireEvent.keyDown(target(), { key: "Enter" });
}
const take = (): HTMLElement => screen.getByRole("button", { name: /^Create \d+ drafts?$/ });
const ready = () => waitFor(() => expect(take()).toBeEnabled());

describe("the import of a calendar", () => {
  it("[CF7] waits for schedules of one known time zone, and names what prevents it", async () => {
    scene(calendar(...DAY));
    await screen.findByText("1 of 1 event is chosen.");
    expect(target()).toHaveAccessibleDescription(/are read in the time zone of these schedules/);
    expect(screen.queryByText(/ new · /)).toBeNull();
    await pick("Luna");
    expect(target()).toHaveAccessibleDescription(
      "The time zone Moon/Base is not known. Correct it in the schedule first.",
    );
    fireEvent.click(screen.getByRole("button", { name: /Remove Luna/ }));
    await pick("Support");
    await ready();
    expect(screen.getByText("1 new · 1 changed · 0 unchanged")).toBeInTheDocument();
    await pick("Sales");
    expect(target()).toHaveAccessibleDescription(/America\/Chicago and Europe\/Berlin/);
    await waitFor(() => {
      expect(screen.queryByText(/ new · /)).toBeNull();
    });
  });

  it("[CF15] another choice of events changes the preview, and parses nothing again", async () => {
    const { drafts, onDone } = scene(calendar(...DAY, ...WORKDAY));
    await screen.findByText("2 of 2 events are chosen.");
    expect(screen.getByLabelText("Reason for being closed")).toHaveValue("holiday");
    expect(screen.getByLabelText("Open from")).toHaveValue("");
    await pick("Support");
    await ready();
    expect(screen.getByText("2 new · 1 changed · 0 unchanged")).toBeInTheDocument();
    fireEvent.change(screen.getByLabelText("Open from"), { target: { value: "09:00" } });
    fireEvent.change(screen.getByLabelText("Open until"), { target: { value: "15:00" } });
    // Nothing is closed any more, so there is no reason.
    fireEvent.click(screen.getByRole("checkbox", { name: "Founders' Day" }));
    expect(screen.queryByLabelText("Reason for being closed")).toBeNull();
    expect(screen.getByText("1 of 2 events are chosen.")).toBeInTheDocument();
    await screen.findByText("1 new · 1 changed · 0 unchanged");
    await ready();
    fireEvent.click(take());
    await waitFor(() => {
      expect(onDone).toHaveBeenCalledTimes(1);
    });
    expect(drafts()).toContainEqual(
      expect.objectContaining({ isOpen: true, startTime: "09:00", endTime: "15:00" }),
    );
    expect(drafts()).toHaveLength(2);
  });

  it("[CF15] without an open group there are no hours to set", async () => {
    scene(calendar(...DAY));
    await screen.findByText("1 of 1 event is chosen.");
    expect(screen.queryByLabelText("Open from")).toBeNull();
    fireEvent.change(screen.getByRole("combobox", { name: /During the events$/ }), {
      target: { value: "open" },
    });
    expect(screen.getByLabelText("Open from")).toBeInTheDocument();
    expect(screen.queryByLabelText("Reason for being closed")).toBeNull();
  });

  it("[CF7] a file that is no calendar is refused in words", async () => {
    scene(calendar());
    await screen.findByText("This calendar has no events.");
    expect(screen.queryByText(/events? (is|are) chosen/)).toBeNull();
    expect(screen.queryByText("Reading the file…")).toBeNull();
  });
});
