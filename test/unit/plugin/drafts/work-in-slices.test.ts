import { nextTask, whenIdle, workInSlices } from "@schedule-manager/plugin/drafts/work-in-slices";

type Idle = { requestIdleCallback?: unknown; cancelIdleCallback?: unknown };

describe("work in slices", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    const idle = globalThis as Idle;
    delete idle.requestIdleCallback;
    delete idle.cancelIdleCallback;
  });

  it("[TA3] goes on when the browser is idle, and after 200 ms in any case, until it is cancelled", () => {
    const log: unknown[] = [];
    Object.assign(globalThis, {
      requestIdleCallback: (then: () => void, options: unknown) => {
        log.push(options);
        then();
        return 7;
      },
      cancelIdleCallback: (id: number) => log.push(`cancel ${id}`),
    });
    const cancel = whenIdle(() => log.push("goes on"));
    cancel();
    expect(log).toEqual([{ timeout: 200 }, "goes on", "cancel 7"]);
  });

  it.each([
    ["in a browser that does not report idleness it goes on after 20 ms", whenIdle, 20],
    ["with a person waiting it goes on in the next task", nextTask, 0],
  ])("[TA3] %s, unless it is cancelled", (_, wait, ms) => {
    let runs = 0;
    const idle = globalThis as Idle;
    idle.requestIdleCallback = undefined;
    const first = wait(() => (runs += 1));
    if (ms > 0) jest.advanceTimersByTime(ms - 1);
    expect(runs).toBe(0);
    jest.advanceTimersByTime(1);
    expect(runs).toBe(1);
    first();
    const second = wait(() => (runs += 1));
    second();
    jest.advanceTimersByTime(1000);
    expect(runs).toBe(1);
  });

  /** Work of four steps, each of which takes 3 ms. */
  function work(fails = false) {
    const log: unknown[] = [];
    const waiting: (() => void)[] = [];
    let time = 0;
    function* steps(): Generator<number, string> {
      for (let step = 1; step <= 4; step += 1) {
        time += 3;
        if (fails && step === 2) throw new Error("broken");
        yield step;
      }
      return "result";
    }
    const stop = workInSlices({
      steps: steps(),
      idle: (then) => {
        waiting.push(then);
        return () => void waiting.splice(waiting.indexOf(then), 1);
      },
      clock: () => time,
      onStep: (step) => log.push(step),
      onDone: (result) => log.push(result),
      ...(fails ? { onError: (error: unknown) => log.push(String(error)) } : {}),
    });
    return { log, waiting, stop, next: () => waiting.shift()?.() };
  }

  it("[TA3] a slice ends after 6 ms, and the next one waits", () => {
    const { log, waiting, next } = work();
    expect(log).toEqual([]);
    next();
    expect(log).toEqual([1, 2]);
    expect(waiting).toHaveLength(1);
    next();
    next();
    expect(log).toEqual([1, 2, 3, 4, "result"]);
    expect(waiting).toHaveLength(0);
  });

  it("[TA3] stopped work does not go on, before its first slice or after one", () => {
    const early = work();
    early.stop();
    expect(early.waiting).toHaveLength(0);
    const late = work();
    late.next();
    late.stop();
    expect(late.waiting).toHaveLength(0);
  });

  it("[TA3] a step that fails ends the work with its error", () => {
    const { log, waiting, next } = work(true);
    next();
    expect(log).toEqual([1, "Error: broken"]);
    expect(waiting).toHaveLength(0);
  });
});
