import { Provider } from "react-redux";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import { undone } from "@schedule-manager/plugin/drafts/drafts";
import { keepDraftsCurrent } from "@schedule-manager/plugin/publishing/keep-drafts-current";
import { ServicesProvider, type Services } from "@schedule-manager/plugin/services/services";
import type { JournalEntry } from "@schedule-manager/shared/history/settled";
import type { Step } from "@schedule-manager/shared/history/steps";
import type { StoredItem } from "@schedule-manager/shared/model/model";
import { itemRef, parseItemRef, type ItemRef } from "@schedule-manager/shared/sync/layout";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { sessionOpened } from "../../../plugin/src/catalogue/session";
import { PublishEntry } from "../../../plugin/src/features/history/publish-entry";
import { EXAMPLE, liveRule, liveSchedule, WEEKDAYS } from "../../unit/plugin/items";
import { flexLikeStore } from "../../unit/plugin/store";
import { services, show } from "./render";
import { loadItems } from "../../unit/plugin/load-items";

const AUTHOR = { publish: "publish-1", generation: 4, by: { identity: "ada" }, at: "2026-03-02T10:00:00Z" };
const BEFORE = { ...stored(EXAMPLE), name: "Before", group: "Before" };

/** A publish of these changes, each with the value before (undefined: not recorded) and after. */
function scene(
  changes: readonly (readonly [ItemRef, StoredItem | null | undefined, StoredItem | null])[],
  right: "edit" | "view" = "edit",
) {
  const store = flexLikeStore();
  store.dispatch(sessionOpened({ identity: "ada", right, shards: 1 } as Parameters<typeof sessionOpened>[0]));
  loadItems(store, [liveSchedule(EXAMPLE, "7")], [liveRule(WEEKDAYS, "8")]);
  const merged: string[] = [];
  keepDraftsCurrent(store, (drafts) => merged.push(...drafts.map(({ id }) => id)));
  let failing: ItemRef | null = null;
  const step = (ref: ItemRef): Promise<Step | null> => {
    if (ref === failing) return Promise.reject(new Error("500"));
    const change = changes.find(([changed]) => changed === ref);
    const item = parseItemRef(ref);
    if (change === undefined || item === null) return Promise.resolve(null);
    const [, before, value] = change;
    return Promise.resolve({ entry: { ...AUTHOR, ...item, baseRevision: "1", value }, before });
  };
  const told: string[] = [];
  const words = {
    ...services("en-US"),
    localNow: () => 5,
    history: { step, lastName: () => Promise.resolve(null) },
    notify: (_: string, text: string) => told.push(text),
  } as unknown as Services;
  const entry: JournalEntry = {
    ...AUTHOR,
    items: changes.map(([ref]) => ref),
    skipped: [],
    note: "Oops",
  };
  show(
    <Provider store={store}>
      <ServicesProvider value={words}>
        <PublishEntry entry={entry} />
      </ServicesProvider>
    </Provider>,
  );
  const drafts = () => pluginState(store.getState()).drafts.items;
  const revert = async () => {
    await userEvent.click(screen.getByRole("button", { name: /^Revert as drafts/ }));
    await waitFor(() => expect(told).toHaveLength(1), { timeout: 20_000 });
    return told[0];
  };
  return { store, drafts, revert, merged, fail: (ref: ItemRef) => (failing = ref) };
}

const SCHEDULE = itemRef("schedule", EXAMPLE.id);
const RULE = itemRef("rule", WEEKDAYS.id);

describe("reverting a publish", () => {
  it("[HV15, RV4] changed, created and deleted items are drafts of what was before, in one undo step", async () => {
    const gone = itemRef("rule", "gone");
    const { drafts, revert, store } = scene([
      [SCHEDULE, BEFORE, stored(EXAMPLE)],
      [RULE, null, stored(WEEKDAYS)],
      [gone, { ...stored(WEEKDAYS), name: "Gone" }, null],
    ]);
    expect(screen.getByText("“Oops”")).toBeVisible();
    expect(await revert()).toBe("3 changes were reverted as drafts. Review and publish them.");
    expect(drafts()[SCHEDULE]).toMatchObject({ base: { revision: "7" }, value: BEFORE });
    expect(drafts()[RULE]).toMatchObject({ base: { revision: "8" }, value: null });
    expect(drafts()[gone]).toMatchObject({ base: null, value: { name: "Gone" } });
    store.dispatch(undone());
    expect(drafts()).toEqual({});
  });

  it("[HV15] later changes of other fields stay", async () => {
    const published = { ...stored(EXAMPLE), group: "Published" };
    const { group: _, ...withoutGroup } = published;
    const { drafts, revert, merged } = scene([
      [SCHEDULE, { ...published, name: "Before" }, { ...published, name: EXAMPLE.name }],
    ]);
    await revert();
    expect(merged).toEqual([EXAMPLE.id]);
    expect(drafts()[SCHEDULE]).toMatchObject({
      base: { revision: "7" },
      value: { ...withoutGroup, name: "Before" },
    });
    expect(drafts()[SCHEDULE]?.value).not.toHaveProperty("group", "Published");
  });

  it("[HV15] what is not recorded is counted, and what is as before is left", async () => {
    const { drafts, revert } = scene([
      [SCHEDULE, undefined, stored(EXAMPLE)],
      [RULE, stored(WEEKDAYS), { ...stored(WEEKDAYS), name: "Other" }],
    ]);
    expect(await revert()).toBe("1 change could not be reverted.");
    expect(drafts()).toEqual({});
  });

  const lost = itemRef("rule", "lost");
  const NIGHT = { ...stored(WEEKDAYS), name: "Night" };
  it.each<[string, Parameters<typeof scene>[0], string]>([
    [
      "all is as before",
      [[SCHEDULE, stored(EXAMPLE), { ...stored(EXAMPLE), name: "Then" }]],
      "There is nothing to revert: everything is already as it was before.",
    ],
    [
      "a new item is deleted again",
      [[lost, null, NIGHT]],
      "There is nothing to revert: everything is already as it was before.",
    ],
    [
      "one is reverted and two are unknown",
      [
        [SCHEDULE, BEFORE, stored(EXAMPLE)],
        [RULE, undefined, stored(WEEKDAYS)],
        [lost, { name: "x", timeZone: 1 } as never, null],
      ],
      "1 change was reverted as a draft. Review and publish it. 2 changes could not be reverted.",
    ],
    ["a deleted item exists again", [[RULE, NIGHT, null]], "1 change could not be reverted."],
    [
      "the published version can't be read",
      [[SCHEDULE, BEFORE, { name: "x", timeZone: 1 } as never]],
      "1 change could not be reverted.",
    ],
  ])("[HV15] says what became of it: %s", async (_case, changes, said) => {
    const { revert, drafts } = scene(changes);
    expect(await revert()).toBe(said);
    expect(Object.keys(drafts())).toHaveLength(/^1 change was reverted/.test(said) ? 1 : 0);
  });

  it("[HV15] a later change of the same field is a conflict, on what was published", async () => {
    const { drafts, revert } = scene([[SCHEDULE, BEFORE, { ...stored(EXAMPLE), name: "Published" }]]);
    expect(await revert()).toBe("1 change was reverted as a draft. Review and publish it.");
    expect(drafts()[SCHEDULE]).toMatchObject({ base: { value: { name: "Published" } }, value: BEFORE });
  });

  it("[HV15] twenty items are all reverted", async () => {
    const many = Array.from({ length: 20 }, (_, n) => itemRef("rule", `rule-${n}`));
    const { drafts, revert } = scene(many.map((ref) => [ref, NIGHT, null]));
    expect(await revert()).toBe("20 changes were reverted as drafts. Review and publish them.");
    expect(Object.keys(drafts()).sort()).toEqual([...many].sort());
  });

  it("[HV15] changes that cannot be read revert nothing", async () => {
    const { drafts, revert, fail } = scene([
      [SCHEDULE, BEFORE, stored(EXAMPLE)],
      [RULE, null, stored(WEEKDAYS)],
    ]);
    fail(RULE);
    expect(await revert()).toBe(
      "The publish could not be reverted, because its changes could not be read. Try again.",
    );
    expect(drafts()).toEqual({});
    expect(screen.getByRole("button", { name: /^Revert as drafts what ada published: Mar 2/ })).toBeEnabled();
  });

  it("[PL104] a viewer sees no button that reverts", () => {
    scene([[SCHEDULE, BEFORE, stored(EXAMPLE)]], "view");
    expect(screen.queryByRole("button", { name: /^Revert/ })).toBeNull();
  });
});
