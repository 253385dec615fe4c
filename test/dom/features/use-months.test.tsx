import "@testing-library/jest-dom";
import type { DaySummary } from "@schedule-manager/shared/editing/preview/day-summary";
import { act, render, screen } from "@testing-library/react";
import { useMonths } from "../../../plugin/src/features/preview/use-months";

const FIRST = 2026 * 12;

const summary =
  (type: DaySummary["type"]) =>
  (day: number): DaySummary => ({ day, type, opens: [], closedReason: "", ruleIds: [] });

interface Shown {
  readonly summaryOf: (day: number) => DaySummary;
  readonly first?: number;
}

function Months({ summaryOf, first = FIRST }: Shown) {
  const months = useMonths(first, 12, summaryOf);
  return (
    <p>
      {[...months]
        .sort(([a], [b]) => a - b)
        .map(([month, days]) => `${month - FIRST} ${days[0]?.type} ${days.length}`)
        .join(", ")}
    </p>
  );
}

describe("the days of a year", () => {
  beforeEach(() => {
    jest.useFakeTimers();
    // Each look at the clock finds a slice's time used up.
    let now = 0;
    jest.spyOn(performance, "now").mockImplementation(() => (now += 100));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });
  const slice = (): void => {
    act(() => {
      jest.advanceTimersToNextTimer();
    });
  };

  it("[PV15] are computed month by month, and show the former days until then", () => {
    const { rerender } = render(<Months summaryOf={summary("open")} />);
    slice();
    expect(screen.getByText("0 open 31")).toBeVisible();
    slice();
    expect(screen.getByText("0 open 31, 1 open 28")).toBeVisible();
    for (let month = 2; month < 12; month += 1) slice();
    expect(screen.getByText(/11 open 31$/)).toBeVisible();
    // No thirteenth month.
    slice();
    expect(screen.getByText(/11 open 31$/)).toBeVisible();
    rerender(<Months summaryOf={summary("closed")} />);
    expect(screen.getByText(/^0 open 31.* 11 open 31$/)).toBeVisible();
    slice();
    expect(screen.getByText(/^0 closed 31, 1 open 28.* 11 open 31$/)).toBeVisible();
  });

  it("[PV15] of a former schedule are computed no more", () => {
    const { rerender } = render(<Months summaryOf={summary("open")} />);
    slice();
    rerender(<Months summaryOf={summary("closed")} />);
    for (let steps = 0; steps < 30; steps += 1) slice();
    expect(screen.getByText(/^0 closed 31, .*11 closed 31$/)).toBeVisible();
    expect(screen.queryByText(/open/)).toBeNull();
  });

  it("[PV15] of the year before disappear with the first month of the next one", () => {
    const { rerender } = render(<Months summaryOf={summary("open")} />);
    for (let steps = 0; steps < 13; steps += 1) slice();
    rerender(<Months summaryOf={summary("open")} first={FIRST + 12} />);
    slice();
    expect(screen.getByText("12 open 31")).toBeVisible();
    // Months that both periods have in common stay.
    rerender(<Months summaryOf={summary("closed")} first={FIRST + 12} />);
    slice();
    slice();
    expect(screen.getByText("12 closed 31, 13 closed 28")).toBeVisible();
  });
});
