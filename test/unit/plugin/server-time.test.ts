import { DATE_STEP } from "@schedule-manager/plugin/functions/server-date";
import { offsets } from "@schedule-manager/plugin/state/offset";
import { ASK_AGAIN, followServerTime, QUESTIONS } from "@schedule-manager/plugin/state/server-time-effect";
import { randoms } from "../../bench/support/measure";

const START = Date.parse("2026-03-02T16:00:00Z");

/** A computer whose clock is off, and a server that says whole seconds and answers after a while. */
function scene(skew: number, delay: () => number = () => 80) {
  const held = offsets();
  const heard: number[] = [];
  const log: string[] = [];
  let silent = false;
  const clock = {
    heard: (now: number, took: number, coarse = 0) => {
      const least = now - Date.now();
      heard.push(held.add({ least, most: least + took + coarse }));
    },
    known: () => held.known(),
  };
  const time = followServerTime({
    clock,
    ask: async () => {
      log.push("ask");
      const there = delay();
      await new Promise((resolve) => setTimeout(resolve, there));
      const now = Math.floor((Date.now() + skew) / DATE_STEP) * DATE_STEP;
      const back = delay();
      await new Promise((resolve) => setTimeout(resolve, back));
      return silent ? null : { now, took: there + back };
    },
    otherwise: () => void log.push("otherwise"),
    localNow: () => Date.now(),
  });
  return { time, heard, log, silence: () => (silent = true) };
}

describe("the server's time", () => {
  beforeEach(() => void jest.useFakeTimers({ now: START + 400 }));
  afterEach(() => void jest.useRealTimers());

  it("[RT1] whole seconds tell a computer's offset to a third of one", async () => {
    const random = randoms(5);
    for (const skew of [0, 137, -420, 605_433, -7_200_500, 999]) {
      const { heard, time, log } = scene(skew, () => Math.round(20 + 60 * random()));
      await jest.advanceTimersByTimeAsync(5000);
      expect(log).toHaveLength(QUESTIONS);
      expect(Math.abs((heard.at(-1) ?? NaN) - skew)).toBeLessThan(330);
      time.close();
    }
  });

  it("[RT2] is asked again each hour, and at once when the clock moved", async () => {
    const { log, time } = scene(0);
    await jest.advanceTimersByTimeAsync(5000);
    await jest.advanceTimersByTimeAsync(ASK_AGAIN);
    expect(log).toHaveLength(2 * QUESTIONS);
    time.askNow();
    await jest.advanceTimersByTimeAsync(5000);
    expect(log).toHaveLength(3 * QUESTIONS);
    time.close();
    await jest.advanceTimersByTimeAsync(2 * ASK_AGAIN);
    expect(log).toHaveLength(3 * QUESTIONS);
  });

  it("[RT3] where the page's server does not say, another one is asked", async () => {
    const { log, time, silence } = scene(0);
    silence();
    await jest.advanceTimersByTimeAsync(5000);
    expect(log).toEqual(["ask", "otherwise"]);
    time.close();
  });

  it("[RT4] answers that agree narrow each other; one that contradicts counts alone", () => {
    const one = offsets();
    expect(one.add({ least: 0, most: 1000 })).toBe(500);
    expect(one.add({ least: 600, most: 1600 })).toBe(800);
    expect(one.add({ least: 700, most: 710 })).toBe(705);
    expect(one.known()).toEqual({ least: 700, most: 710 });
    expect(one.add({ least: 60_000, most: 61_000 })).toBe(60_500);
  });
});
