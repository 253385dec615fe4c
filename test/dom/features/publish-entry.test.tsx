import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { JournalEntry } from "@schedule-manager/shared/history/settled";
import type { Step } from "@schedule-manager/shared/history/steps";
import type { StoredItem } from "@schedule-manager/shared/model/model";
import { itemRef, type ItemRef, parseItemRef } from "@schedule-manager/shared/sync/layout";
import { headChanged } from "@schedule-manager/plugin/catalogue/head";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import type { HistoryReader } from "@schedule-manager/plugin/history/reader";
import { connectionChanged } from "@schedule-manager/plugin/sync/connection-slice";
import { PublishEntry } from "../../../plugin/src/features/history/publish-entry";
import { showOn, storeWith } from "./catalogue";
import { NOW, RULES, SALES, SUPPORT } from "./items";

const HEAD = { generation: 4, shards: 1, publish: null, recent: [] } as const;
const BY = { publish: "p4", generation: 4, by: { identity: "ada" }, at: "2026-08-03T12:00:00Z" };
const GONE = itemRef("schedule", "gone");

type Change = readonly [before: StoredItem | null | undefined, after: StoredItem | null];

interface Scene {
  readonly items?: readonly ItemRef[];
  readonly skipped?: readonly ItemRef[];
  /** By item; an item without one is not in the history. */
  readonly changes?: Readonly<Record<string, Change>>;
  readonly right?: "edit" | "read";
  readonly reader?: Partial<HistoryReader>;
}

function scene({ items = [], skipped = [], changes = {}, right = "edit", reader = {} }: Scene) {
  const store = storeWith({ schedules: [SUPPORT, SALES], rules: RULES, right });
  const publish = (generation: number): void => {
    act(() => void store.dispatch(headChanged({ ...HEAD, generation })));
  };
  publish(4);
  const asked: ItemRef[] = [];
  const step = (ref: ItemRef): Promise<Step | null> => {
    asked.push(ref);
    const [named, change] = [parseItemRef(ref), changes[ref]];
    if (named === null || change === undefined) return Promise.resolve(null);
    const [before, value] = change;
    return Promise.resolve({ entry: { ...BY, ...named, baseRevision: "1", value }, before });
  };
  const told: string[] = [];
  const lastName: HistoryReader["lastName"] = (_, id) => Promise.resolve(id === "gone" ? "Old nights" : null);
  const entriesSince = () => Promise.resolve([]);
  const entry: JournalEntry = { ...BY, items, skipped };
  showOn(store, <PublishEntry entry={entry} />, {
    history: { step, lastName, entriesSince, ...reader } as unknown as HistoryReader,
    notify: (_, text) => void told.push(text),
  });
  return { store, asked, told, publish };
}
const many = (count: number): readonly ItemRef[] =>
  Array.from({ length: count }, (_, n) => itemRef("rule", `rule-${n}`));
const button = (name: string | RegExp): HTMLElement => screen.getByRole("button", { name });
const names = (): readonly string[] =>
  screen.queryAllByRole("button", { name: /^History of/ }).map(({ textContent }) => textContent ?? "");

describe("a publish in the history", () => {
  it("[HV8] of three items shows all of them at once", async () => {
    scene({ items: many(3) });
    await waitFor(() => {
      expect(screen.getAllByText("The details weren’t recorded.")).toHaveLength(3);
    });
    expect(screen.queryByText("3 changes")).toBeNull();
    expect(screen.queryByRole("button", { name: /changes$|more$/ })).toBeNull();
    expect(screen.queryByText(/Twilio Console/)).toBeNull();
  });

  it("[HV18] of many items reads none before it is asked, then twenty at a time, and hides them again", async () => {
    const { asked } = scene({ items: many(25), skipped: ["r:x", "r:y"] });
    expect(screen.getByText("25 changes")).toBeVisible();
    expect(screen.getByText(/^2 items were edited in the Twilio Console/)).toBeVisible();
    expect(asked).toEqual([]);
    const show = button("Show 25 changes");
    expect(show).toHaveAttribute("aria-expanded", "false");
    expect(screen.queryByRole("button", { name: "Hide changes" })).toBeNull();
    fireEvent.click(show);
    expect(names()).toHaveLength(20);
    const more = button("Show 5 more");
    expect(more).toHaveAttribute("aria-expanded", "true");
    fireEvent.click(more);
    await waitFor(() => {
      expect(screen.getAllByText("The details weren’t recorded.")).toHaveLength(25);
    });
    expect(screen.queryByRole("button", { name: /^Show/ })).toBeNull();
    fireEvent.click(button("Hide changes"));
    expect(names()).toEqual([]);
    expect(button("Show 25 changes")).toBeVisible();
  });

  it("[HV5] items have their present name, else that of the change, else the last one, else their id", async () => {
    const former = { ...stored(SALES), name: "Former" };
    const asked: string[] = [];
    scene({
      items: [itemRef("schedule", "support"), itemRef("schedule", "was"), GONE],
      changes: {
        [itemRef("schedule", "support")]: [null, { ...stored(SUPPORT), name: "Then" }],
        [itemRef("schedule", "was")]: [former, null],
      },
      reader: {
        lastName: (kind, id) => {
          asked.push(`${kind} ${id}`);
          return Promise.resolve("Old nights");
        },
      },
    });
    await waitFor(() => {
      expect(names()).toEqual(["Support", "Former", "Old nights"]);
    });
    // A name that is known is not looked up.
    expect(asked).toEqual(["schedule gone"]);
    expect(screen.getAllByText("Schedule")).toHaveLength(3);
  });

  it("[HV5] a name that can't be read is the id, and a change that can't be read is read again after a publish", async () => {
    let fails = true;
    const step: Step = {
      entry: { ...BY, kind: "rule", id: "old", baseRevision: null, value: { name: "Old", isOpen: true } },
      before: null,
    };
    let reads = 0;
    const { publish, store } = scene({
      items: [itemRef("rule", "old")],
      reader: {
        step: () => {
          reads += 1;
          return fails ? Promise.reject(new Error("500")) : Promise.resolve(step);
        },
        lastName: () => Promise.reject(new Error("500")),
      },
    });
    expect(await screen.findByText("The history could not be read.")).toBeVisible();
    expect(names()).toEqual(["old"]);
    expect(screen.getByText("Rule")).toBeVisible();
    fails = false;
    act(() => {
      store.dispatch(connectionChanged({ to: { type: "interrupted", reason: "network" }, at: NOW }));
    });
    expect(reads).toBe(1);
    act(() => {
      store.dispatch(connectionChanged({ to: { type: "connected" }, at: NOW }));
    });
    publish(5);
    expect(await screen.findByText("New rule")).toBeVisible();
    expect(names()).toEqual(["Old"]);
    const read = reads;
    publish(6);
    await act(() => Promise.resolve());
    expect(reads).toBe(read);
  });

  it("[HV8] a deleted item is restored with one press", async () => {
    const { store, told } = scene({ items: [GONE], changes: { [GONE]: [stored(SALES), null] } });
    expect(await screen.findByText("Schedule deleted")).toBeVisible();
    fireEvent.click(button("Restore Sales"));
    await waitFor(() => {
      expect(told).toEqual(["“Sales” was restored as a draft. Review and publish it."]);
    });
    expect(store.getState().scheduleManager.drafts.items[GONE]).toMatchObject({
      base: null,
      value: stored(SALES),
    });
  });

  it.each<[string, Scene]>([
    [
      "without the right to edit",
      { items: [GONE], changes: { [GONE]: [stored(SALES), null] }, right: "read" },
    ],
    ["that exists again", { items: ["s:support"], changes: { "s:support": [stored(SUPPORT), null] } }],
    ["that was only changed", { items: [GONE], changes: { [GONE]: [stored(SALES), stored(SALES)] } }],
    ["of which nothing is known", { items: [GONE], changes: { [GONE]: [undefined, null] } }],
    [
      "whose version can't be read any more",
      { items: [GONE], changes: { [GONE]: [{ name: "x", timeZone: 1 } as never, null] } },
    ],
  ])("[HV8] an item %s is not offered", async (_case, what) => {
    scene(what);
    await waitFor(() => {
      expect(document.querySelector('[data-paste-element="SKELETON_LOADER"]')).toBeNull();
    });
    const [entry] = screen.getAllByRole("listitem");
    expect(within(entry ?? document.body).queryByRole("button", { name: /^Restore/ })).toBeNull();
  });
});
