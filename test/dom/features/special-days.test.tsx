import type { ComponentProps } from "react";
import type { SpecialDays as Days } from "@schedule-manager/shared/editing/special-days/list-special-days";
import type { SpecialDayForm } from "@schedule-manager/shared/editing/special-days/special-day-form";
import { parseDate } from "@schedule-manager/shared/time/civil";
import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { SpecialDays } from "../../../plugin/src/features/special-days/special-days";
import { specialRuleName } from "../../../plugin/src/i18n/special-rule-name";
import { FieldsDisabled } from "../../../plugin/src/ui/fields/context";
import { translateFor } from "../../unit/plugin/i18n/translate-for";
import { SALES, SUPPORT } from "./items";
import { axeProblems, show } from "./render";

const day = (date: string): number => parseDate(date) ?? NaN;
const days = (id: string, from: string, to: string | null, isOpen = false): Days => ({
  rule: {
    id,
    name: id,
    isOpen,
    ...(isOpen ? { startTime: "09:00", endTime: "12:00" } : { closedReason: "holiday" }),
  },
  from: day(from),
  to: to === null ? null : day(to),
});

function edit(readOnly = false, more: Partial<ComponentProps<typeof SpecialDays>> = {}) {
  const made: (readonly [SpecialDayForm, readonly string[]])[] = [];
  const opened: string[] = [];
  const { container } = show(
    <FieldsDisabled value={readOnly}>
      <SpecialDays
        scheduleId={SUPPORT.id}
        coming={[
          days("Christmas Eve", "2026-12-24", "2026-12-24", true),
          days("Holidays", "2026-12-25", "2026-12-31"),
          days("The end", "2027-06-01", null),
        ]}
        past={[days("Move", "2026-03-03", "2026-03-03")]}
        schedules={[SUPPORT, SALES]}
        reasons={["holiday", "training"]}
        onAdd={(form, ids) => made.push([form, ids])}
        onOpenRule={(id) => opened.push(id)}
        {...more}
      />
    </FieldsDisabled>,
  );
  return { container, made, opened, user: userEvent.setup() };
}

const button = (name: string) => screen.getByRole("button", { name });
const rows = (name: string) =>
  within(screen.getByRole("list", { name }))
    .getAllByRole("listitem")
    .map(({ textContent }) => (textContent ?? "").replace(/[\u2009\u202f]/g, " "));
const typeDate = (label: RegExp, value: string) => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};
const ADD = "Add special hours or a closure";

describe("special days", () => {
  it("[SD2] each day shows its date, its rule and what it does; a press opens the rule", async () => {
    const { container, opened, user } = edit();
    expect(rows("Coming special days")).toEqual([
      expect.stringMatching(/^Thu, Dec 24, 2026Christmas EveOpen9:00 AM – 12:00 PM$/),
      expect.stringMatching(/^Fri, Dec 25 – Thu, Dec 31, 2026HolidaysClosed.*holiday.*All day$/i),
      expect.stringMatching(/^From Tue, Jun 1, 2027The endClosed/),
    ]);
    await user.click(button("Holidays"));
    expect(opened).toEqual(["Holidays"]);
    expect(await axeProblems(container)).toEqual([]);
  });

  it("[SD3] past days are folded away until somebody asks for them", async () => {
    const { user } = edit();
    expect(screen.queryByText("Move")).toBeNull();
    await user.click(button("Show past days (1)"));
    expect(rows("Past special days")).toHaveLength(1);
    await user.click(button("Hide past days (1)"));
    expect(screen.queryByText("Move")).toBeNull();
  });

  it("[SD6] special hours on one day for this schedule take five presses and two typed times", async () => {
    const { container, made, user } = edit();
    await user.click(button(ADD));
    expect(screen.getByLabelText(/Date$/)).toHaveFocus();
    expect(await axeProblems(container)).toEqual([]);
    typeDate(/Date$/, "2026-12-31");
    await user.click(screen.getByRole("radio", { name: "Open at these times" }));
    const to = screen.getByLabelText("Opening 1, to");
    fireEvent.change(to, { target: { value: "12:00" } });
    fireEvent.blur(to);
    await user.click(button("Add"));
    expect(made).toEqual([
      [
        {
          spans: [{ from: "2026-12-31", to: "" }],
          isOpen: true,
          ranges: [{ start: 540, end: 720 }],
          name: "",
          closedReason: "holiday",
        },
        [SUPPORT.id],
      ],
    ]);
    expect(button(ADD)).toHaveFocus();
    expect(screen.getByRole("status")).toHaveTextContent("The special days were added as a draft.");
  });

  it("[SD6] a closure for several dates and schedules carries its reason and name", async () => {
    const { made, user } = edit();
    await user.click(button(ADD));
    typeDate(/Date$/, "2026-12-24");
    typeDate(/^Last date/, "2026-12-26");
    await user.click(button("Add another date"));
    fireEvent.change(screen.getAllByLabelText(/Date$/)[1] as HTMLElement, {
      target: { value: "2027-01-01" },
    });
    await user.type(screen.getByLabelText("Name"), "Break");
    const reason = screen.getByRole("combobox", { name: "Reason" });
    await user.clear(reason);
    await user.type(reason, "training");
    await user.click(screen.getByRole("combobox", { name: "Add a schedule" }));
    await user.click(screen.getByRole("option", { name: /Sales/ }));
    await user.click(button("Add"));
    expect(made).toEqual([
      [
        expect.objectContaining({
          spans: [
            { from: "2026-12-24", to: "2026-12-26" },
            { from: "2027-01-01", to: "" },
          ],
          isOpen: false,
          name: "Break",
          closedReason: "training",
        }),
        [SUPPORT.id, SALES.id],
      ],
    ]);
  });

  it("[SD7] without a date or a schedule nothing is added, and the fields say so", async () => {
    const { made, user } = edit();
    await user.click(button(ADD));
    await user.click(button("Remove Support"));
    await user.click(button("Add"));
    expect(screen.getByText("Choose a date.")).toBeVisible();
    expect(screen.getByText("Choose at least one schedule.")).toBeVisible();
    expect(made).toEqual([]);
  });

  it("[SD7] reversed dates and hidden characters are named at their fields once somebody tries", async () => {
    const { made, user } = edit();
    await user.click(button(ADD));
    typeDate(/Date$/, "2026-12-26");
    typeDate(/^Last date/, "2026-12-24");
    fireEvent.change(screen.getByLabelText("Name"), { target: { value: "a\u202eb" } });
    fireEvent.change(screen.getByRole("combobox", { name: "Reason" }), { target: { value: "c\u202ed" } });
    expect(screen.getByLabelText(/^Last date/)).not.toHaveAccessibleDescription();
    await user.click(button("Add"));
    expect(screen.getByLabelText(/Date$/)).not.toHaveAccessibleDescription();
    expect(screen.getByLabelText(/^Last date/)).toHaveAccessibleDescription(/./);
    expect(screen.getByLabelText("Name")).toHaveAccessibleDescription(/Remove the character U\+202E/);
    expect(screen.getByRole("combobox", { name: "Reason" })).toHaveAccessibleDescription(/U\+202E/);
    expect(screen.queryByText(/^A rule lists at most/)).toBeNull();
    expect(made).toEqual([]);
  });

  it("[SD7] more single dates than a rule lists are refused", async () => {
    const { made, user } = edit();
    await user.click(button(ADD));
    typeDate(/Date$/, "2026-01-01");
    typeDate(/^Last date/, "2026-02-01");
    for (let index = 1; index < 3; index += 1) {
      await user.click(button("Add another date"));
      fireEvent.change(screen.getAllByLabelText(/Date$/)[index] as HTMLElement, {
        target: { value: `20${26 + index}-01-01` },
      });
      fireEvent.change(screen.getAllByLabelText(/^Last date/)[index] as HTMLElement, {
        target: { value: `20${28 + index * 4}-12-31` },
      });
    }
    expect(screen.getByText(/^A rule lists at most/)).toBeVisible();
    await user.click(button("Add"));
    expect(made).toEqual([]);
  });

  it("[SD6] dates and openings are added and removed one by one, and only those of the form's kind count", async () => {
    const { made, user } = edit();
    await user.click(button(ADD));
    expect(screen.queryByRole("button", { name: /^Remove date/ })).toBeNull();
    await user.click(button("Add another date"));
    await user.click(button("Add another date"));
    const dates = () => screen.getAllByLabelText(/Date$/);
    expect(dates()[2]).toHaveFocus();
    ["2026-12-24", "2026-12-25", "2026-12-26"].forEach((value, index) => {
      fireEvent.change(dates()[index] as HTMLElement, { target: { value } });
    });
    await user.click(button("Remove date 2"));
    expect(dates().map((one) => (one as HTMLInputElement).value)).toEqual(["2026-12-24", "2026-12-26"]);
    await user.click(screen.getByRole("radio", { name: "Open at these times" }));
    expect(screen.queryByRole("combobox", { name: "Reason" })).toBeNull();
    expect(screen.queryByRole("button", { name: /^Remove opening/ })).toBeNull();
    await user.click(button("Add hours"));
    await user.click(button("Add hours"));
    expect(screen.getByLabelText("Opening 3, from")).toHaveFocus();
    expect(button("Add hours")).toBeDisabled();
    await user.click(button("Remove opening 2"));
    const from = screen.getByLabelText("Opening 2, from");
    fireEvent.change(from, { target: { value: "19:00" } });
    fireEvent.blur(from);
    await user.click(button("Add"));
    expect(made.map(([{ spans, isOpen, ranges }]) => [spans.map((one) => one.from), isOpen, ranges])).toEqual(
      [
        [
          ["2026-12-24", "2026-12-26"],
          true,
          [
            { start: 540, end: 1020 },
            { start: 1140, end: 1440 },
          ],
        ],
      ],
    );
  });

  it("[SD6] a closure has a reason and no openings, also after the other kind", async () => {
    const { user } = edit();
    await user.click(button(ADD));
    expect(screen.queryByLabelText("Opening 1, from")).toBeNull();
    await user.click(screen.getByRole("radio", { name: "Open at these times" }));
    expect(screen.getByLabelText("Opening 1, from")).not.toHaveFocus();
    await user.click(screen.getByRole("radio", { name: "Closed all day" }));
    expect(screen.getByRole("combobox", { name: "Reason" })).toHaveValue("holiday");
    expect(screen.queryByLabelText("Opening 1, from")).toBeNull();
  });

  it("[SD6] the form closes by its own button and the list's, and the next one says nothing of the last", async () => {
    const { made, user } = edit();
    await user.click(button(ADD));
    expect(button(ADD)).toHaveAttribute("aria-expanded", "true");
    await user.click(button("Cancel"));
    expect(button(ADD)).toHaveFocus();
    expect(screen.queryByRole("group", { name: ADD })).toBeNull();
    await user.click(button(ADD));
    await user.click(button(ADD));
    expect(screen.queryByRole("group", { name: ADD })).toBeNull();
    expect(made).toEqual([]);
    expect(screen.getByRole("status")).toBeEmptyDOMElement();
    await user.click(button(ADD));
    typeDate(/Date$/, "2026-12-31");
    await user.click(button("Add"));
    expect(screen.getByRole("status")).not.toBeEmptyDOMElement();
    await user.click(button(ADD));
    expect(screen.getByLabelText(/Date$/)).toHaveValue("");
    expect(screen.getAllByRole("status").map(({ textContent }) => textContent)).not.toContain(
      "The special days were added as a draft.",
    );
  });

  it("[SD6] schedules that somebody else edits are not offered", async () => {
    const { user } = edit(false, { locked: [SALES.id] });
    await user.click(button(ADD));
    await user.click(screen.getByRole("combobox", { name: "Add a schedule" }));
    expect(screen.queryByRole("option", { name: /Sales/ })).toBeNull();
  });

  it("[SD1] without coming or past days the list says so", () => {
    edit(false, { coming: [], past: [] });
    expect(screen.getByText("No special days are coming up.")).toBeVisible();
    expect(screen.queryByRole("list")).toBeNull();
    expect(screen.queryByRole("button", { name: /past days/ })).toBeNull();
  });

  it("[SD2] a rule without a name or reason is named as such", () => {
    const nameless = { rule: { id: "x", name: "", isOpen: false }, from: day("2026-12-24"), to: null };
    edit(false, { coming: [nameless] });
    expect(rows("Coming special days")).toEqual([
      expect.stringMatching(/^From Thu, Dec 24, 2026Rule without a nameClosedAll day$/),
    ]);
  });

  it("[SD9] without the right to edit, the list is shown and nothing can be added", () => {
    edit(true);
    expect(rows("Coming special days")).toHaveLength(3);
    expect(screen.queryByRole("button", { name: ADD })).toBeNull();
  });

  const one = { from: day("2026-12-24"), to: day("2026-12-24") };
  const two = { from: day("2026-12-30"), to: day("2027-01-02") };
  const MORNING = { start: 540, end: 720 };
  it.each([
    ["en-US", [one], "", MORNING, true, "Dec 24, 2026, 9:00 AM–12:00 PM"],
    ["de-DE", [one], "", null, true, "Geschlossen 24. Dez. 2026"],
    ["de-DE", [one, two], "", null, true, "Geschlossen 24. Dez. 2026, 30. Dez. 2026 – 2. Jan. 2027"],
    ["en-US", [one], " Eve ", MORNING, true, "Eve"],
    ["en-US", [one], "Eve", MORNING, false, "Eve, 9:00 AM–12:00 PM"],
    ["en-US", [one, one, one, one], "", null, true, "Closed Dec 24, 2026, Dec 24, 2026, Dec 24, 2026 …"],
  ])(
    "[SD8] the name in %s for %j typed as %j is made of what tells rules apart",
    (locale, spans, name, range, isOnly, expected) => {
      const { t } = translateFor(locale);
      const made = specialRuleName({ spans, name, isOnly }, range, locale, t);
      expect(made.replace(/[\u2009\u202f]/g, " ")).toBe(expected);
    },
  );
});
