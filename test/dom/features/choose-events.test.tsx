import { useState } from "react";
import { fireEvent, screen } from "@testing-library/react";
import {
  type CalendarChoice,
  defaultChoice,
} from "@schedule-manager/shared/import-export/ical/calendar-choice";
import {
  type GroupedCalendar,
  groupCalendar,
} from "@schedule-manager/shared/import-export/ical/calendar-groups";
import { parseCalendar } from "@schedule-manager/shared/import-export/ical/parse-calendar";
import { ChooseEvents } from "../../../plugin/src/features/import-export/choose-events";
import { calendar, event } from "../../unit/shared/import-export/ical/calendars";
import { axeProblems, show } from "./render";

const holiday = (index: number, kind: string): string[] =>
  event(
    `UID:${kind}${index}`,
    `SUMMARY:${kind} ${index}`,
    `DESCRIPTION:${kind}`,
    `DTSTART;VALUE=DATE:2026${String(1 + (index % 12)).padStart(2, "0")}10`,
  );

async function grouped(...events: readonly (readonly string[])[]): Promise<GroupedCalendar> {
  const parsed = await parseCalendar(calendar(...events.flat()));
  if (!parsed.ok) throw new Error(parsed.code);
  return groupCalendar(parsed.events);
}

function Choosing({ all }: { readonly all: GroupedCalendar }) {
  const [choice, setChoice] = useState<CalendarChoice>(() => defaultChoice(all));
  return <ChooseEvents groups={all.groups} choice={choice} onChange={setChoice} />;
}

const box = (name: string): HTMLElement => screen.getByRole("checkbox", { name });

describe("the choice of a calendar's events", () => {
  it("[CF15] one press switches a group, a box its event, and a group of both is partly on", async () => {
    const all = await grouped(
      ...[1, 2, 3].map((index) => holiday(index, "Public holiday")),
      ...[1, 2].map((index) => holiday(index, "Observance")),
      event("UID:x", "SUMMARY:Maybe", "STATUS:TENTATIVE", "DTSTART;VALUE=DATE:20260511"),
    );
    const { container } = show(<Choosing all={all} />);
    screen.getByText("5 of 6 events are chosen.");
    expect(box("Tentative (1)")).not.toBeChecked();
    fireEvent.click(box("Observance (2)"));
    expect(box("Observance 1")).not.toBeChecked();
    screen.getByText("3 of 6 events are chosen.");
    fireEvent.click(box("Public holiday 2"));
    expect(box("Public holiday (3)")).toBePartiallyChecked();
    fireEvent.click(box("Public holiday (3)"));
    expect(box("Public holiday 2")).toBeChecked();
    fireEvent.click(box("Maybe"));
    screen.getByText("4 of 6 events are chosen.");
    expect(await axeProblems(container)).toEqual([]);
  });

  it("[CF15] each group closes or opens, and working days open at first", async () => {
    const all = await grouped(
      holiday(1, "Public holiday"),
      event("UID:w", "SUMMARY:春节（班）", "DTSTART;VALUE=DATE:20260214"),
    );
    show(<Choosing all={all} />, "de-DE");
    const working = screen.getByLabelText("Arbeitstage: Während der Termine");
    expect(working).toHaveValue("open");
    expect(screen.getByLabelText("Public holiday: Während der Termine")).toHaveValue("closed");
    fireEvent.change(working, { target: { value: "closed" } });
    expect(working).toHaveValue("closed");
  });

  it("[CF15] a group is named by what sets it apart, and an event has its date and the number of further ones", async () => {
    const twice = ["UID:a", "UID:b"].flatMap((uid, year) =>
      event(uid, "SUMMARY:Fair", "CATEGORIES:Work,Town", `DTSTART;VALUE=DATE:202${6 + year}0511`),
    );
    const all = await grouped(
      twice,
      event("UID:x", "SUMMARY:Gone", "STATUS:CANCELLED", "TRANSP:TRANSPARENT", "DTSTART;VALUE=DATE:20260512"),
      event("UID:y", "SUMMARY:Plain", "DTSTART;VALUE=DATE:20260513"),
      event("UID:z", "DTSTART;VALUE=DATE:20260514"),
    );
    const { container } = show(<Choosing all={all} />);
    const groups = [...container.querySelectorAll("ul ul")].map((list) => list.getAttribute("aria-label"));
    expect(groups.sort()).toEqual(["Cancelled · Shown as free", "Other events", "Work · Town"]);
    const said = (name: string): string => box(name).closest("li")?.textContent ?? "";
    expect(said("Fair")).toMatch(/^FairMay 11, 2026 and 1 more$/);
    expect(said("Plain")).toMatch(/^PlainMay 13, 2026$/);
    expect(said("May 14, 2026")).toBe("May 14, 2026");
    expect(box("Work · Town (2)")).toBeChecked();
    expect(box("Work · Town (2)")).not.toBePartiallyChecked();
    expect(box("Cancelled · Shown as free (1)")).not.toBePartiallyChecked();
    expect(screen.queryByLabelText("Search events")).toBeNull();
    screen.getByText("4 of 5 events are chosen.");
    fireEvent.click(box("Work · Town (2)"));
    screen.getByText("2 of 5 events are chosen.");
  });

  it("[CF15] from twenty events on they are searched, by words alone", async () => {
    const all = await grouped(...Array.from({ length: 20 }, (_, index) => holiday(index, "Observance")));
    show(<Choosing all={all} />);
    const search = screen.getByLabelText("Search events");
    fireEvent.change(search, { target: { value: " observance 13 " } });
    expect(screen.getAllByRole("checkbox")).toHaveLength(2);
    fireEvent.change(search, { target: { value: "  " } });
    expect(screen.getAllByRole("checkbox")).toHaveLength(21);
    expect(screen.queryByText(/nothing|No /i)).toBeNull();
  });

  it("[CF15] many events are shown in parts and searched", async () => {
    const all = await grouped(...Array.from({ length: 40 }, (_, index) => holiday(index, "Observance")));
    show(<Choosing all={all} />);
    expect(screen.getAllByRole("checkbox")).toHaveLength(31);
    fireEvent.click(screen.getByRole("button", { name: "Show 10 more" }));
    expect(screen.getAllByRole("checkbox")).toHaveLength(41);
    fireEvent.change(screen.getByLabelText("Search events"), { target: { value: "observance 37" } });
    expect(screen.getAllByRole("checkbox")).toHaveLength(2);
    fireEvent.change(screen.getByLabelText("Search events"), { target: { value: "nothing" } });
    expect(screen.queryAllByRole("checkbox")).toHaveLength(0);
  });
});
