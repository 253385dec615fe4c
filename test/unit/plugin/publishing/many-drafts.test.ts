/** Counts the work of a change with many drafts. */
import type { PublishRequest, PublishChange } from "@schedule-manager/shared/api/api";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { PublishPace } from "@schedule-manager/shared/api/publish-pace";
import { liveChanged } from "@schedule-manager/plugin/catalogue/live";
import { sessionOpened } from "@schedule-manager/plugin/catalogue/session";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import { draftState } from "@schedule-manager/plugin/drafts/draft-state";
import { type KeyedStorage, storeDrafts } from "@schedule-manager/plugin/drafts/draft-storage";
import { editedTogether } from "@schedule-manager/plugin/drafts/drafts";
import { liveOf } from "@schedule-manager/plugin/drafts/selectors";
import { keepDraftsCurrent } from "@schedule-manager/plugin/publishing/keep-drafts-current";
import { publishDrafts } from "@schedule-manager/plugin/publishing/publish-drafts";
import { EXAMPLE, liveSchedule } from "../items";
import { flexLikeStore, storeSelectors } from "../store";
import { loadItems } from "../load-items";

const { selectDrafts } = storeSelectors();

const MANY = 180;
const schedule = (n: number, more: Partial<Schedule> = {}): Schedule => ({
  ...EXAMPLE,
  id: `s-${n}`,
  name: `Schedule ${n}`,
  ...more,
});
const all = <T>(make: (n: number) => T): readonly T[] => Array.from({ length: MANY }, (_, n) => make(n));

/** A store of many schedules with a draft each, and a counter of later dispatches. */
function scene() {
  const store = flexLikeStore();
  store.dispatch(
    sessionOpened({
      token: "t",
      serviceSid: "IS0",
      ttl: 1,
      shards: 1,
      right: "edit",
      identity: "ada",
      now: 0,
    }),
  );
  loadItems(
    store,
    all((n) => liveSchedule(schedule(n), "3")),
    [],
  );
  const edits = all((n) => ({
    kind: "schedule" as const,
    id: `s-${n}`,
    base: { revision: "3", value: stored(schedule(n)) },
    value: stored(schedule(n, { timeZone: "Asia/Tokyo" })),
  }));
  store.dispatch(editedTogether({ edits, at: 0 }));
  let dispatches = 0;
  store.subscribe(() => (dispatches += 1));
  const theirs = (more: Partial<Schedule>) =>
    liveChanged(all((n) => ({ type: "changed" as const, item: liveSchedule(schedule(n, more), "4") })));
  return { store, theirs, dispatches: () => dispatches };
}

describe("many drafts", () => {
  it.each([
    ["merge", { name: "Theirs" }, MANY],
    ["equal the live items", { timeZone: "Asia/Tokyo" }, 0],
  ] as const)(
    "[PL100] live changes under all drafts cause one further dispatch: they %s",
    (_, more, left) => {
      const { store, theirs, dispatches } = scene();
      const merged: number[] = [];
      keepDraftsCurrent(store, ({ length }) => merged.push(length));
      store.dispatch(theirs(more));
      expect(dispatches()).toBe(2);
      expect(selectDrafts(store.getState()).length).toBe(left);
      expect(merged).toEqual(left === 0 ? [] : [left]);
    },
  );

  it("[PL100] a publish dispatches four times, whatever its number of drafts", async () => {
    const { store, dispatches } = scene();
    keepDraftsCurrent(store, () => undefined);
    const changesOf = ({ changes }: PublishRequest): readonly PublishChange[] => changes;
    const outcome = await publishDrafts(
      {
        store,
        functions: {
          publish: async (request) => ({
            ok: true,
            answer: {
              id: request.id,
              version: "2",
              items: changesOf(request).map(({ kind, id, value }) => ({ kind, id, revision: "4", value })),
              skipped: [],
              now: 0,
            },
          }),
        },
        newId: () => `publish-${dispatches()}`,
        newSuffix: () => "aaaaa1",
        localNow: () => 0,
        random: () => 0,
        wait: async () => undefined,
        pace: new PublishPace(),
      },
      selectDrafts(store.getState()),
    );
    expect(outcome).toEqual({ done: MANY, count: MANY, failure: null });
    expect(selectDrafts(store.getState())).toEqual([]);
    // Started, live items, drafts removed, closed.
    expect(dispatches()).toBe(4);
  });

  it("[PL100] a draft is compared with its live item once, until one of them changes", () => {
    const { store, theirs } = scene();
    const states = () => {
      const { live } = store.getState().scheduleManager;
      return selectDrafts(store.getState()).map((draft) => draftState(draft, liveOf(live, draft)));
    };
    const before = states();
    expect(states().every((state, n) => state === before[n])).toBe(true);
    store.dispatch(theirs({ name: "Theirs" }));
    expect(states().map(({ type: is }) => is)).toEqual(all(() => "merges"));
  });

  it("[PL100] drafts that another tab stores together arrive in two dispatches", () => {
    jest.useFakeTimers();
    const { store, dispatches } = scene();
    let tell: (key: string, text: string | null) => void = () => undefined;
    const storage: KeyedStorage = {
      length: 0,
      key: () => null,
      getItem: () => null,
      setItem: () => undefined,
      removeItem: () => undefined,
    };
    storeDrafts(store, storage, "p:", (listen) => (tell = listen));
    for (let n = 0; n < MANY; n += 1) tell(`p:s:s-${n}`, null);
    jest.runOnlyPendingTimers();
    jest.useRealTimers();
    expect(dispatches()).toBe(2);
    expect(selectDrafts(store.getState())).toEqual([]);
  });

  it("[PL103] an import's drafts are stored in slices, and at once when the page is left", () => {
    jest.useFakeTimers();
    const { store } = scene();
    const written = new Set<string>();
    let leave: () => void = () => undefined;
    const storage: KeyedStorage = {
      length: 0,
      key: () => null,
      getItem: () => null,
      setItem: (key) => void written.add(key),
      removeItem: () => undefined,
    };
    storeDrafts(store, storage, "p:", undefined, (then) => (leave = then));
    const edits = all((n) => ({
      kind: "schedule" as const,
      id: `s-${n}`,
      base: null,
      value: stored(schedule(n, { timeZone: "UTC" })),
    }));
    store.dispatch(editedTogether({ edits, at: 1 }));
    expect(written.size).toBe(0);
    leave();
    expect(written.size).toBe(MANY);
    written.clear();
    store.dispatch(editedTogether({ edits: edits.map((edit) => ({ ...edit, value: null })), at: 2 }));
    store.dispatch(editedTogether({ edits, at: 3 }));
    jest.runAllTimers();
    jest.useRealTimers();
    expect(written.size).toBe(MANY);
  });
});
