import { act, render } from "@testing-library/react";
import { RowsInSlices } from "../../../../plugin/src/features/tables/rows-in-slices";

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

function scene(count: number) {
  const page = (rows: readonly number[], key = 1) => (
    <RowsInSlices key={key} rows={rows}>
      {(row) => <p key={row}>{row}</p>}
    </RowsInSlices>
  );
  const { container, rerender } = render(page(numbers(count)));
  const shown = () => [...container.querySelectorAll("p")].map((row) => Number(row.textContent));
  const task = () => act(() => void jest.advanceTimersToNextTimer());
  return { shown, task, show: (rows: readonly number[], key?: number) => rerender(page(rows, key)) };
}

describe("the rows of a page", () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it("[TA12] the first ten rows are rendered at once, and ten more in each task", () => {
    const { shown, task } = scene(25);
    expect(shown()).toEqual(numbers(10));
    task();
    expect(shown()).toEqual(numbers(20));
    task();
    expect(shown()).toEqual(numbers(25));
  });

  it("[TA12] once a page is rendered, its changes are rendered at once", () => {
    const { shown, task, show } = scene(15);
    task();
    show([...numbers(15)].reverse());
    expect(shown()).toEqual([...numbers(15)].reverse());
  });

  it("[TA12] another page starts with its first rows again", () => {
    const { shown, task, show } = scene(25);
    task();
    task();
    show(
      numbers(25).map((row) => row + 100),
      2,
    );
    expect(shown()).toEqual(numbers(10).map((row) => row + 100));
  });

  it("[TA12] a page of few rows has one task", () => {
    const { shown } = scene(10);
    expect(shown()).toEqual(numbers(10));
    expect(jest.getTimerCount()).toBe(0);
  });
});
