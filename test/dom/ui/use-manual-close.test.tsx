import { act, fireEvent, screen } from "@testing-library/react";
import type { PublishChange } from "@schedule-manager/shared/api/api";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { liveChanged } from "@schedule-manager/plugin/catalogue/live";
import type { LiveSchedule } from "@schedule-manager/plugin/catalogue/live-items";
import type { PartsOutcome } from "@schedule-manager/plugin/publishing/publish-parts";
import {
  type ManualCloseActions,
  useManualClose,
} from "../../../plugin/src/ui/manual-close/use-manual-close";
import { UndoBar } from "../../../plugin/src/ui/undo-bar";
import { liveSchedule } from "../../unit/plugin/items";
import { showOn, storeWith } from "../features/catalogue";
import { SALES, SUPPORT } from "../features/items";

const CLOSED: Schedule = { ...SALES, manualClose: true, manualNote: "Fire" };
const item = (value: Schedule | null): LiveSchedule => liveSchedule(value, "3") as LiveSchedule;
const both = (close: object | null) =>
  [SUPPORT, SALES].map((one) => ({ item: item({ ...one, manualClose: close === null }), close }));

/** The actions, whose publishes end as the test says. */
function actions(outcome: Omit<PartsOutcome, "count">) {
  const store = storeWith({ schedules: [SUPPORT, SALES] });
  const published: (readonly PublishChange[])[] = [];
  const notify = jest.fn();
  const last: { actions?: ManualCloseActions } = {};
  function Scene() {
    last.actions = useManualClose();
    return <UndoBar />;
  }
  showOn(store, <Scene />, {
    notify,
    publishMany: (changes) => {
      published.push(changes);
      return Promise.resolve({ count: changes.length, ...outcome });
    },
  });
  const change = async (...args: Parameters<ManualCloseActions["change"]>) => {
    await act(async () => void (await last.actions?.change(...args)));
  };
  let revision = 3;
  const put = (...schedules: readonly Schedule[]): void => {
    revision += 1;
    const events = schedules.map((one) => ({
      type: "changed" as const,
      item: liveSchedule(one, `${revision}`),
    }));
    act(() => void store.dispatch(liveChanged(events)));
  };
  const undo = async () => {
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    await act(() => Promise.resolve());
  };
  const bar = () => screen.getByRole("status").textContent;
  return { store, published, notify, change, put, undo, bar };
}
const DONE = { done: 2, failure: null };
const FAILED = { done: 1, failure: { code: "sync-busy", id: "p" } } as PartsOutcome;

describe("closing and reopening many schedules", () => {
  it("[MC12] the bar counts what was closed or reopened, and hides with one press", async () => {
    const { change, bar } = actions(DONE);
    expect(bar()).toBe("");
    await change(both({}));
    expect(bar()).toBe("2 schedules were closed.UndoHide");
    await change(both(null));
    expect(bar()).toBe("2 schedules were reopened.UndoHide");
    fireEvent.click(screen.getByRole("button", { name: "Hide" }));
    expect(bar()).toBe("");
  });

  it("[MC12] the bar names a single schedule", async () => {
    const { change, bar } = actions({ done: 1, failure: null });
    await change([{ item: item(SUPPORT), close: {} }]);
    expect(bar()).toBe("Support was closed.UndoHide");
    await change([{ item: item(null), close: null }]);
    expect(bar()).toBe("broken-000001 was reopened.UndoHide");
  });

  it.each([
    [{}, "1 of 2 schedules were closed. Twilio Sync is busy. Try again in a moment."],
    [null, "1 of 2 schedules were reopened. Twilio Sync is busy. Try again in a moment."],
  ])(
    "[TA5] a publish that ends early says how far it came and why, and what was done can be undone (%j)",
    async (close, text) => {
      const { change, notify, bar } = actions({ ...FAILED, done: 1 });
      await change(both(close));
      expect(notify.mock.calls).toEqual([["error", text]]);
      expect(bar()).toMatch(/^1 schedule was/);
    },
  );

  it("[TA5] a publish that does nothing offers no undo, and names the only schedule", async () => {
    const { change, notify, bar } = actions({ ...FAILED, done: 0 });
    await change([{ item: item(SUPPORT), close: {} }]);
    expect(notify.mock.calls).toEqual([
      ["error", expect.stringMatching(/^Support could not be closed: Twilio Sync/)],
    ]);
    await change([{ item: item(null), close: null }]);
    expect(notify).toHaveBeenLastCalledWith(
      "error",
      expect.stringMatching(/^broken-000001 could not be reopened/),
    );
    expect(bar()).toBe("");
  });

  it("[MC12] the undo restores each close as it was, of the schedules that are as it left them", async () => {
    const { published, change, put, undo, bar } = actions(DONE);
    put(CLOSED);
    await change([
      { item: item(SUPPORT), close: { note: "Snow" } },
      { item: item(CLOSED), close: { note: "Snow" } },
    ]);
    put({ ...SUPPORT, manualClose: true, manualNote: "Snow" }, { ...CLOSED, manualNote: "Snow" });
    await undo();
    expect(published[1]?.map(({ id, value }) => [id, value])).toEqual([
      ["support", expect.objectContaining({ manualClose: false })],
      ["other", expect.objectContaining({ manualClose: true, manualNote: "Fire" })],
    ]);
    expect(bar()).toBe("");
  });

  it("[MC12] the undo leaves schedules alone that somebody deleted or closed in another way", async () => {
    const { store, published, change, put, undo } = actions(DONE);
    await change(both({ note: "Snow" }));
    put({ ...SUPPORT, manualClose: true, manualNote: "Strike" });
    act(() => void store.dispatch(liveChanged([{ type: "removed", kind: "schedule", id: SALES.id }])));
    await undo();
    expect(published).toHaveLength(1);
  });
});
