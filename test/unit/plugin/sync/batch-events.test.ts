import { batchEvents } from "@schedule-manager/plugin/sync/batch-events";

/** ms without another event after which held events are delivered. */
const QUIET = 100;
/** ms */
const LONGEST_HELD = 8000;

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

  describe("holds events", () => {
    function held() {
      const flushes: number[][] = [];
      const gathered = batchEvents<number>(
        (numbers) => void flushes.push([...numbers]),
        () => 0,
      );
      return { gathered, flushes };
    }

    it("[PL34] until another event ends them, in order", async () => {
      const { gathered, flushes } = held();
      for (const number of [1, 2, 3]) {
        gathered.hold(number);
        await jest.advanceTimersByTimeAsync(QUIET - 1);
      }
      expect(flushes).toEqual([]);
      gathered.add(4);
      expect(flushes).toEqual([[1, 2, 3, 4]]);
      await jest.advanceTimersByTimeAsync(LONGEST_HELD);
      expect(flushes).toHaveLength(1);
    });

    it("[PL34] while the rest after a flush ends, too", async () => {
      const { gathered, flushes } = held();
      gathered.add(1);
      gathered.hold(2);
      await jest.advanceTimersByTimeAsync(QUIET - 1);
      expect(flushes).toEqual([[1]]);
      gathered.add(3);
      expect(flushes).toEqual([[1], [2, 3]]);
    });

    it("[PL34] until none follows", async () => {
      const { gathered, flushes } = held();
      gathered.hold(1);
      await jest.advanceTimersByTimeAsync(QUIET);
      expect(flushes).toEqual([[1]]);
    });

    it("[PL34] at most eight seconds, and again from the next event", async () => {
      const { gathered, flushes } = held();
      for (let ms = 0; ms < 2 * LONGEST_HELD; ms += 80) {
        gathered.hold(ms);
        await jest.advanceTimersByTimeAsync(80);
      }
      expect(flushes.map((flush) => flush[0])).toEqual([0, LONGEST_HELD]);
    });

    it("[PL34] not beyond the end of the batch", () => {
      const { gathered, flushes } = held();
      gathered.hold(1);
      gathered.close();
      expect(flushes).toEqual([[1]]);
      expect(jest.getTimerCount()).toBe(0);
    });
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
