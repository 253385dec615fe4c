import { act, screen } from "@testing-library/react";
import type { RunSteps, Steps } from "@schedule-manager/shared/import-export/ical/steps";
import { useWork } from "../../../plugin/src/features/import-export/use-work";
import { show } from "./render";

type Job = ((run: RunSteps) => Promise<string>) | null;

function Shown({ job }: { readonly job: Job }) {
  return <output>{JSON.stringify(useWork(job))}</output>;
}
const state = (): unknown => JSON.parse(screen.getByRole("status").textContent ?? "");
/** Lets one slice of the work run. */
const slice = () =>
  act(async () => {
    jest.runOnlyPendingTimers();
    await Promise.resolve();
    await Promise.resolve();
  });

describe("long work of an import", () => {
  let made = 0;
  /** Work of some steps, each of which tells how much is done. */
  function* steps(shares: readonly number[], result: string): Steps<string> {
    for (const share of shares) {
      made += 1;
      yield share;
    }
    return result;
  }

  const READ: Job = (run) => run(steps([0.25, 0.5, 0.75], "read"));

  beforeEach(() => {
    made = 0;
    jest.useFakeTimers();
    // Each look at the clock takes so long that a slice is one step.
    let clock = 0;
    jest.spyOn(performance, "now").mockImplementation(() => (clock += 100));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it("[CF7] shows between two steps how far it is, then the result, and nothing once there is no work", async () => {
    const { rerender } = show(<Shown job={null} />);
    expect(state()).toEqual({ type: "idle" });
    rerender(<Shown job={READ} />);
    const states: unknown[] = [state()];
    for (let each = 1; each <= 4; each += 1) {
      await slice();
      states.push(state());
    }
    expect(states).toEqual([
      { type: "running", done: 0 },
      { type: "running", done: 0 },
      { type: "running", done: 0.25 },
      { type: "running", done: 0.5 },
      { type: "finished", result: "read" },
    ]);
    rerender(<Shown job={null} />);
    expect(state()).toEqual({ type: "idle" });
  });

  it("[CF7] that fails in a step or otherwise says so", async () => {
    const broken: Job = (run) =>
      run(
        (function* (): Steps<string> {
          yield 0.5;
          throw new Error("damaged");
        })(),
      );
    const { rerender } = show(<Shown job={broken} />);
    await slice();
    await slice();
    expect(state()).toEqual({ type: "failed" });
    const refused: Job = () => Promise.reject(new Error("no parser"));
    rerender(<Shown job={refused} />);
    await slice();
    expect(state()).toEqual({ type: "failed" });
  });

  it("[CF15] that another replaces is abandoned, whatever it was doing", async () => {
    const late: ((result: string | Error) => void)[] = [];
    const waiting: Job = () =>
      new Promise((resolve, reject) => {
        late.push((result) => {
          if (result instanceof Error) reject(result);
          else resolve(result);
        });
      });
    let begin: () => void = () => undefined;
    const later: Job = async (run) => {
      await new Promise<void>((resolve) => (begin = resolve));
      return run(steps([0.5], "later"));
    };
    const next: Job = () => Promise.resolve("next");
    const { rerender } = show(<Shown job={waiting} />);
    rerender(<Shown job={later} />);
    rerender(<Shown job={READ} />);
    await slice();
    expect(made).toBe(1);
    rerender(<Shown job={next} />);
    begin();
    late[0]?.("first");
    await slice();
    await slice();
    // Neither the work of which a step is done goes on, nor does the one that has not begun.
    expect(made).toBe(1);
    expect(state()).toEqual({ type: "finished", result: "next" });
    rerender(<Shown job={waiting} />);
    rerender(<Shown job={next} />);
    late[1]?.(new Error("late"));
    await slice();
    expect(state()).toEqual({ type: "finished", result: "next" });
  });
});
