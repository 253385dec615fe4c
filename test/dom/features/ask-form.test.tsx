import { fireEvent, screen } from "@testing-library/react";
import { compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { AskForm } from "../../../plugin/src/features/preview/ask-form";
import { RULES, SUPPORT, TODAY } from "./items";
import { show } from "./render";

function form(minute: number) {
  const asked: (readonly [number, number])[] = [];
  const schedule = compileSchedule(SUPPORT, new Map(RULES.map((rule) => [rule.id, rule])));
  show(
    <AskForm
      schedule={schedule}
      ruleName={(id) => id}
      today={TODAY}
      minute={minute}
      onAsk={(day, at) => asked.push([day, at])}
    />,
  );
  const value = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;
  const type = (label: string, to: string) => {
    fireEvent.change(screen.getByLabelText(label), { target: { value: to } });
  };
  return { asked, value, type, answer: () => screen.getByRole("status").textContent ?? "" };
}

describe("the question about a date and time", () => {
  it.each([
    [9 * 60 + 5, "09:05"],
    [24 * 60 - 1, "23:59"],
    [24 * 60, "23:59"],
  ])("[PV7] it begins with today and the minute %d", (minute, time) => {
    const { value } = form(minute);
    expect([value("Date"), value("Time")]).toEqual(["2026-09-04", time]);
  });

  it("[PV7] the answer names the deciding rule, and says nothing of clocks at an ordinary time", () => {
    const { answer, type } = form(9 * 60);
    expect(answer()).toBe("OpenDecided by hours");
    type("Time", "12:30");
    expect(answer()).toContain("Decided by lunch");
    expect(answer()).not.toContain("Clocks");
  });

  it.each(["Date", "Time"])("[PV7] without the %s nothing is answered", (label) => {
    const { answer, type, asked } = form(9 * 60);
    type(label, "");
    expect(answer()).toBe("Choose a date and a time.");
    expect(asked).toEqual([]);
  });

  it("[PV7] the calendar shows the time that is asked for, as far as it reaches", () => {
    const { asked, type } = form(9 * 60);
    type("Time", "10:00");
    type("Date", "2026-09-05");
    type("Date", "0999-01-01");
    type("Date", "1899-12-31");
    type("Date", "2400-01-01");
    expect(asked).toEqual([
      [TODAY, 600],
      [TODAY + 1, 600],
    ]);
  });
});
