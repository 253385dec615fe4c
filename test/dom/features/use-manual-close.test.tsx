import { act } from "@testing-library/react";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { liveChanged } from "@schedule-manager/plugin/catalogue/live";
import type { LiveSchedule } from "@schedule-manager/plugin/catalogue/live-items";
import type { CloseUndo } from "@schedule-manager/plugin/publishing/publish-undo";
import type { PartsOutcome } from "@schedule-manager/plugin/publishing/publish-parts";
import {
  type ManualCloseActions,
  useManualClose,
} from "@schedule-manager/plugin/ui/manual-close/use-manual-close";
import type { PublishChange } from "@schedule-manager/shared/api/api";
import type { ManualClose } from "@schedule-manager/shared/evaluator/manual-close";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { liveSchedule } from "../../unit/plugin/items";
import { showOn, storeWith } from "./catalogue";
import { NOW, SALES, SUPPORT } from "./items";

const CLOSED: Schedule = { ...SUPPORT, manualClose: true, manualNote: "Fire alarm" };
const FAILURE = { code: "publish-conflict", id: "p" } as const;

/** @param outcome of each publish; default: everything is done */
function use(schedules: readonly Schedule[], outcome: (count: number) => Partial<PartsOutcome> = () => ({})) {
  const store = storeWith({ schedules });
  const published: (readonly PublishChange[])[] = [];
  const said: string[] = [];
  let found: ManualCloseActions | undefined;
  function Probe() {
    found = useManualClose();
    return null;
  }
  showOn(store, <Probe />, {
    notify: (type, text) => said.push(`${type}: ${text}`),
    publishMany: (changes) => {
      published.push(changes);
      const count = changes.length;
      return Promise.resolve({ done: count, count, failure: null, ...outcome(count) });
    },
  });
  const item = (id: string): LiveSchedule => {
    const one = pluginState(store.getState()).live.schedules.entities[id];
    if (one === undefined) throw new Error(`no ${id}`);
    return one;
  };
  const actions = () => found as ManualCloseActions;
  return {
    store,
    published,
    said,
    item,
    change: (ids: readonly string[], close: ManualClose | null) =>
      act(async () => {
        await actions().change(ids.map((id) => ({ item: item(id), close })));
      }),
    undo: (offered: CloseUndo) => act(() => actions().undo(offered)),
    offered: () => pluginState(store.getState()).publishUndo,
  };
}

describe("the manual close of schedules", () => {
  it("[MC12] offers the undo of what was changed", async () => {
    const { change, offered, published, said } = use([SUPPORT, SALES]);
    await change(["support", "other"], { note: "Storm" });
    expect(published[0]?.map(({ id, value }) => [id, (value as Schedule).manualNote])).toEqual([
      ["support", "Storm"],
      ["other", "Storm"],
    ]);
    expect(offered()).toEqual({
      type: "closed",
      name: null,
      count: 2,
      changed: [
        { id: "support", before: null, after: { note: "Storm" } },
        { id: "other", before: null, after: { note: "Storm" } },
      ],
      at: NOW,
    });
    expect(said).toEqual([]);
  });

  it("[MC12] names one schedule, and a reopening", async () => {
    const { change, offered } = use([CLOSED]);
    await change(["support"], null);
    expect(offered()).toMatchObject({
      type: "reopened",
      name: "Support",
      count: 1,
      changed: [{ id: "support", before: { note: "Fire alarm" }, after: null }],
    });
  });

  it.each<[string, readonly string[], ManualClose | null, string]>([
    ["one close", ["support"], {}, "Support could not be closed: "],
    ["one reopening", ["support"], null, "Support could not be reopened: "],
  ])("[MC12] %s that failed is said and offers no undo", async (_, ids, close, text) => {
    const { change, offered, said } = use([close === null ? CLOSED : SUPPORT], () => ({
      done: 0,
      failure: FAILURE,
    }));
    await change(ids, close);
    expect(said).toEqual([expect.stringContaining(`error: ${text}`)]);
    expect(offered()).toBeNull();
  });

  it.each<[string, ManualClose | null]>([
    ["closed", {}],
    ["reopened", null],
  ])(
    "[TA5] some of several schedules were %s: the failure says how many, and these can be undone",
    async (type, close) => {
      const schedules = [SUPPORT, SALES].map((one) => ({ ...one, manualClose: close === null }));
      const { change, offered, said } = use(schedules, () => ({ done: 1, failure: FAILURE }));
      await change(["support", "other"], close);
      expect(said).toEqual([expect.stringMatching(new RegExp(`^error: 1 of 2 schedules were ${type}\\. `))]);
      expect(offered()).toMatchObject({ type, count: 1, name: null });
    },
  );

  it("[MC12] an undo restores what nobody has changed since, and nothing else", async () => {
    const { change, undo, offered, published, store } = use([CLOSED, { ...SALES, manualClose: true }]);
    await change(["support", "other"], null);
    const undoable = offered() as CloseUndo;
    // Support as it was left, Sales closed again by somebody else.
    act(() => {
      store.dispatch(
        liveChanged([
          { type: "changed", item: liveSchedule(SUPPORT, "7") },
          { type: "changed", item: liveSchedule({ ...SALES, manualClose: true, manualNote: "Strike" }, "7") },
        ]),
      );
    });
    await undo(undoable);
    expect(offered()).toBeNull();
    expect(published).toHaveLength(2);
    expect(published[1]).toEqual([
      expect.objectContaining({
        id: "support",
        base: expect.objectContaining({ revision: "7" }) as unknown,
        value: expect.objectContaining({ manualClose: true, manualNote: "Fire alarm" }) as unknown,
      }),
    ]);
  });

  it("[MC12] an undo of a schedule that is deleted or broken since publishes nothing", async () => {
    const { change, undo, offered, published, store } = use([CLOSED, SALES]);
    await change(["support"], null);
    const undoable = offered() as CloseUndo;
    act(() => {
      store.dispatch(liveChanged([{ type: "removed", kind: "schedule", id: "support" }]));
    });
    await undo(undoable);
    expect(published).toHaveLength(1);
    const changed = undoable.changed.map((one) => ({ ...one, id: "other" }));
    act(() => {
      store.dispatch(liveChanged([{ type: "changed", item: liveSchedule(null, "9", { id: "other" }) }]));
    });
    await undo({ ...undoable, changed });
    expect(published).toHaveLength(1);
  });

  it("[PL43] a change that changes nothing sends nothing and offers no undo", async () => {
    const { change, offered, published } = use([SUPPORT]);
    await change(["support"], null);
    await change([], {});
    expect(published).toEqual([[], []]);
    expect(offered()).toBeNull();
  });
});
