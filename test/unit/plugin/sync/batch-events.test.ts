import { batchEvents } from "@schedule-manager/plugin/sync/batch-events";

/** A batch whose flushes take some ms, and events every 10 ms. */
async function stream(took: number, events: number) {
  let now = 0;
  const flushes: number[][] = [];
  const gathered = batchEvents<number>(
    (numbers) => {
      flushes.push([...numbers]);
      now += took;
    },
    () => now,
  );
  for (let number = 0; number < events; number += 1) {
    gathered.add(number);
    await jest.advanceTimersByTimeAsync(10);
  }
  gathered.close();
  return flushes;
}

describe("a batch of events", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it.each([
    ["quick", 1, 26],
    ["slow", 20, 14],
    ["very slow", 500, 6],
  ])("[PL34] %s updates leave time between them, and deliver every event in order", async (_, took, most) => {
    const flushes = await stream(took, 100);
    expect(flushes[0]).toEqual([0]);
    expect(flushes.flat()).toEqual(Array.from({ length: 100 }, (_none, number) => number));
    expect(flushes.length).toBeGreaterThan(most / 2);
    expect(flushes.length).toBeLessThanOrEqual(most);
  });

  it("[PL34] goes on after a flush that throws", async () => {
    const flushed: number[] = [];
    const gathered = batchEvents<number>(
      (numbers) => {
        flushed.push(...numbers);
        if (numbers.includes(0)) throw new Error("broken");
      },
      () => 0,
    );
    expect(() => {
      gathered.add(0);
    }).toThrow("broken");
    gathered.add(1);
    await jest.advanceTimersByTimeAsync(40);
    expect(flushed).toEqual([0, 1]);
  });
});
