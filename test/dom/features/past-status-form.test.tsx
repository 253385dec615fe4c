import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import type { Step } from "@schedule-manager/shared/history/steps";
import type { Schedule, StoredItem } from "@schedule-manager/shared/model/model";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { headChanged } from "@schedule-manager/plugin/catalogue/head";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import type { PastStatus } from "@schedule-manager/plugin/history/past-status";
import type { HistoryReader } from "@schedule-manager/plugin/history/reader";
import { connectionChanged } from "@schedule-manager/plugin/sync/connection-slice";
import { PastStatusForm } from "../../../plugin/src/features/history/past-status-form";
import { PastStatusOfSchedule } from "../../../plugin/src/features/history/past-status-of-schedule";
import { showOn, storeWith } from "./catalogue";
import { NOW, SALES, SUPPORT } from "./items";

const HEAD = { generation: 4, shards: 1, publish: null, recent: [] } as const;
const [NOTHING, NEVER]: readonly PastStatus[] = [
  { type: "unknown", t: 0, entry: null, first: null, closedBy: null },
  { type: "invalid", first: null, closedBy: null },
];
const LOOKING = "Looking it up…";
const FUTURE = /^That time is in the future\./;
const NONE = "Unknown. Nothing was recorded for this schedule.";
const MISSING = "Choose a schedule, a date and a time.";

interface Scene {
  readonly schedules?: readonly Schedule[] | Schedule;
  readonly element?: JSX.Element;
  readonly connected?: boolean;
  readonly steps?: HistoryReader["steps"];
}

function scene({ schedules = SUPPORT, element, connected = true, steps }: Scene = {}) {
  const store = storeWith({ schedules: [SUPPORT, SALES] });
  const publish = (generation: number): void => {
    act(() => void store.dispatch(headChanged({ ...HEAD, generation })));
  };
  const connect = (): void => {
    act(() => void store.dispatch(connectionChanged({ to: { type: "connected" }, at: NOW })));
  };
  publish(4);
  if (!connected)
    store.dispatch(connectionChanged({ to: { type: "interrupted", reason: "network" }, at: NOW }));
  const asked: string[] = [];
  const answers: ((answer: PastStatus | Error) => void)[] = [];
  const pastStatus = (id: string, text: string): Promise<PastStatus> => {
    asked.push(`${id} ${text}`);
    return new Promise((resolve, reject) => {
      answers.push((answer) => {
        if (answer instanceof Error) reject(answer);
        else resolve(answer);
      });
    });
  };
  const history = { pastStatus, steps } as unknown as HistoryReader;
  showOn(store, element ?? <PastStatusForm schedules={schedules} now={NOW} />, { history });
  return {
    ...{ asked, publish, connect },
    answer: async (index: number, answer: PastStatus | Error | undefined) => {
      if (answer === undefined) throw new Error("no answer");
      await act(async () => {
        answers[index]?.(answer);
      });
    },
  };
}
const date = (): HTMLElement => screen.getByLabelText("Date");
const time = (): HTMLElement => screen.getByLabelText(/^Time, in/);
const set = (field: HTMLElement, value: string): void => {
  fireEvent.change(field, { target: { value } });
};
const said = (): string => screen.getByRole("status").textContent ?? "";
const until = (asked: readonly string[], count: number) =>
  waitFor(() => {
    expect(asked).toHaveLength(count);
  });

describe("the question about a past status", () => {
  it("[HV9] begins with the present minute, and is looked up once after it was typed", async () => {
    const { asked, answer } = scene();
    expect([date(), time()].map((field) => (field as HTMLInputElement).value)).toEqual([
      "2026-09-04",
      "12:00",
    ]);
    set(date(), "2026-09-03");
    set(time(), "09:30");
    expect(said()).toBe(LOOKING);
    await until(asked, 1);
    expect(asked).toEqual(["support 2026-09-03T09:30"]);
    await answer(0, NOTHING);
    expect(said()).toBe(NONE);
    set(time(), "");
    expect(said()).toBe(MISSING);
    set(time(), "09:30");
    // The answer is known.
    expect(said()).toBe(NONE);
    set(date(), "");
    expect(said()).toBe(MISSING);
  });

  it("[HV9] a later minute is in the future, on the clock of the schedule", () => {
    scene();
    expect(said()).toBe(LOOKING);
    set(time(), "12:01");
    expect(said()).toMatch(FUTURE);
    set(date(), "2026-09-03");
    expect(said()).toBe(LOOKING);
    set(date(), "2026-09-05");
    set(time(), "00:00");
    expect(said()).toMatch(FUTURE);
  });

  it("[HV9] a schedule in an unknown zone has UTC's clock, and nothing of it is in the future", () => {
    scene({ schedules: { ...SUPPORT, timeZone: "Mars/Olympus" } });
    expect(time()).toHaveValue("17:00");
    set(date(), "2030-01-01");
    expect(said()).toBe(LOOKING);
  });

  it("[HV9] the answer to a former question is not shown, and a failure is tried again after a publish", async () => {
    const { asked, answer, publish } = scene();
    await until(asked, 1);
    set(time(), "09:00");
    await until(asked, 2);
    await answer(0, NOTHING);
    expect(said()).toBe(LOOKING);
    await answer(1, new Error("500"));
    expect(said()).toBe("The history could not be read.");
    publish(5);
    await until(asked, 3);
    expect(asked[2]).toBe(asked[1]);
    await answer(2, NOTHING);
    expect(said()).toBe(NONE);
    publish(6);
    await until(asked, 4);
    // Until the new answer arrives, the former one stays.
    expect(said()).toBe(NONE);
    await answer(3, NEVER);
    expect(said()).toBe(MISSING);
  });

  it("[HV7] without a connection nothing is looked up before there is one", async () => {
    jest.useFakeTimers();
    const { asked, connect } = scene({ connected: false });
    act(() => {
      jest.advanceTimersByTime(5_000);
    });
    expect(asked).toEqual([]);
    expect(said()).toBe(LOOKING);
    connect();
    act(() => {
      jest.advanceTimersByTime(5_000);
    });
    expect(asked).toEqual(["support 2026-09-04T12:00"]);
    jest.useRealTimers();
  });

  it("[HV9] the schedules are offered by number, and another one keeps the date and time", () => {
    const shop = (number: number): Schedule => ({ ...SUPPORT, id: `shop-${number}`, name: `Shop ${number}` });
    scene({ schedules: [shop(10), shop(9), { ...SALES, name: "Annex" }] });
    const field = screen.getByRole("combobox", { name: "Schedule" });
    expect(said()).toBe(MISSING);
    expect([date(), time()].map((each) => (each as HTMLInputElement).value)).toEqual(["", ""]);
    fireEvent.click(field);
    expect(screen.getAllByRole("option").map(({ textContent }) => textContent)).toEqual([
      "Annex",
      "Shop 9",
      "Shop 10",
    ]);
    const choose = (text: string): void => {
      set(field, text);
      fireEvent.keyDown(field, { key: "Enter" });
    };
    choose("Shop 9");
    expect(field).toHaveValue("Shop 9");
    set(time(), "08:00");
    choose("Annex");
    expect([date(), time()].map((each) => (each as HTMLInputElement).value)).toEqual(["2026-09-04", "08:00"]);
  });
});

describe("the past status of one schedule", () => {
  const change = (value: StoredItem | null, before: StoredItem | null | undefined = null): Step => ({
    entry: {
      ...{ publish: "p", generation: 1, by: { identity: "ada" }, at: "2026-08-03T12:00:00Z" },
      ...{ kind: "schedule", id: "gone", baseRevision: null, value },
    },
    before,
  });
  const broken = { name: "x", timeZone: 1 } as never;
  const steps =
    (items: readonly Step[], asked: ItemRef[] = []): HistoryReader["steps"] =>
    (ref) => {
      asked.push(ref);
      return Promise.resolve({ items, more: false, next: 0 });
    };
  const of = (live: Schedule | null) => <PastStatusOfSchedule id="gone" live={live} />;

  it.each<[string, readonly Step[], string | null]>([
    ["deleted", [change(null, stored(SALES))], "19:00"],
    [
      "deleted after a version that can't be read",
      [change(null, broken), change(broken), change(stored(SALES))],
      "19:00",
    ],
    ["of which nothing is known", [change(null, undefined)], null],
  ])("[HV9] of one that was %s is asked on its own clock", async (_case, items, clock) => {
    const asked: ItemRef[] = [];
    scene({ element: of(null), steps: steps(items, asked) });
    await act(() => Promise.resolve());
    if (clock === null) expect(screen.queryByLabelText("Date")).toBeNull();
    // 17:00 UTC in Berlin.
    else expect(time()).toHaveValue(clock);
    expect(asked).toEqual(["s:gone"]);
  });

  it("[HV9] of one that exists reads nothing, and a failure leaves the question out", async () => {
    const asked: ItemRef[] = [];
    scene({ element: of(SUPPORT), steps: steps([], asked) });
    await act(() => Promise.resolve());
    expect(time()).toHaveValue("12:00");
    expect(asked).toEqual([]);
  });

  it("[HV7, HV9] of a deleted one is asked once there is a connection, unless its versions can't be read", async () => {
    const asked: ItemRef[] = [];
    const readable = steps([change(null, stored(SALES))], asked);
    const failing: HistoryReader["steps"] = (ref, ...more) => {
      if (asked.length > 0) return readable(ref, ...more);
      asked.push(ref);
      return Promise.reject(new Error("500"));
    };
    const { connect, publish } = scene({ element: of(null), connected: false, steps: failing });
    await act(() => Promise.resolve());
    expect(asked).toEqual([]);
    connect();
    await act(() => Promise.resolve());
    expect(asked).toEqual(["s:gone"]);
    expect(screen.queryByLabelText("Date")).toBeNull();
    // The next publish asks again.
    publish(5);
    await act(() => Promise.resolve());
    expect(asked).toEqual(["s:gone", "s:gone"]);
    expect(time()).toHaveValue("19:00");
  });
});
