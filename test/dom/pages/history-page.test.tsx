import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { headChanged } from "@schedule-manager/plugin/catalogue/head";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import { edited } from "@schedule-manager/plugin/drafts/drafts";
import { presenceBegun, presenceChanged } from "@schedule-manager/plugin/locks/presence";
import { HistoryPage } from "../../../plugin/src/pages/history-page";
import { showOn, storeWith } from "../features/catalogue";
import { NOW, RULES, SALES } from "../features/items";

const shown: unknown[] = [];
jest.mock("../../../plugin/src/pages/history-view", () => ({
  HistoryView: (props: unknown) => {
    shown.push(props);
    return <p>The history</p>;
  },
}));

const HOURS = RULES[0];
const PUBLISH = {
  id: "publish-1",
  by: { identity: "bo" },
  since: "2026-09-04T16:00:00Z",
  phase: "checking",
  generation: 2,
} as const;

function page(
  kind: "schedule" | "rule",
  id: string,
  prepare: (store: ReturnType<typeof storeWith>) => void = () => undefined,
) {
  shown.length = 0;
  const store = storeWith({ schedules: [SALES], rules: RULES });
  store.dispatch(headChanged({ generation: 1, shards: 1, publish: null, recent: [] }));
  store.dispatch(presenceBegun({ lockId: "page-a", by: { identity: "ada" } }));
  prepare(store);
  showOn(store, <HistoryPage kind={kind} id={id} />);
  return { state: () => store.getState().scheduleManager, props: shown.at(-1) };
}
const title = () => screen.getByRole("heading", { level: 1 }).textContent;

describe("the history page of an item", () => {
  it("[HV8] names the schedule, shows its history and past statuses, and leads to its page", async () => {
    const { props, state } = page("schedule", SALES.id);
    expect(title()).toBe("History of Sales");
    expect(props).toEqual({
      item: {
        kind: "schedule",
        id: SALES.id,
        live: stored(SALES),
        draft: undefined,
        mayRestore: true,
        publishing: false,
      },
      schedule: SALES,
    });
    await userEvent.click(screen.getByRole("button", { name: "View" }));
    expect(state().navigation.page).toEqual({ type: "item", kind: "schedule", id: SALES.id });
  });

  it("[HV8] of a rule has no past statuses", () => {
    const { props } = page("rule", "hours");
    expect(title()).toBe("History of Open hours");
    expect(props).toMatchObject({ item: { kind: "rule", live: stored(HOURS ?? SALES) }, schedule: null });
  });

  it("[HV8] of an unknown item has a title and no way to its page", () => {
    const { props } = page("schedule", "gone");
    expect(title()).toBe("History");
    expect(props).toMatchObject({ item: { live: null }, schedule: null });
    expect(screen.queryByRole("button", { name: "View" })).toBeNull();
  });

  it("[HV8] has the draft's name and badge", () => {
    const value = stored(SALES);
    const { props } = page("schedule", SALES.id, (store) => {
      const base = { revision: "3", value };
      const next = { ...value, name: "Renamed" };
      store.dispatch(edited({ kind: "schedule", id: SALES.id, base, value: next, at: NOW }));
    });
    expect(title()).toBe("History of Renamed");
    expect(screen.getByText("Draft")).toBeVisible();
    expect(props).toMatchObject({ item: { draft: { name: "Renamed" }, live: value } });
  });

  it("[HV8] of an item that will be deleted keeps the name, and does not lead to its page", () => {
    page("schedule", SALES.id, (store) => {
      const base = { revision: "3", value: stored(SALES) };
      store.dispatch(edited({ kind: "schedule", id: SALES.id, base, value: null, at: NOW }));
    });
    expect(title()).toBe("History of Sales");
    expect(screen.queryByRole("button", { name: "View" })).toBeNull();
  });

  it("[LK5] restores nothing while another person edits the item, and says when a publish is in progress", () => {
    const ref = itemRef("schedule", SALES.id);
    const { props } = page("schedule", SALES.id, (store) => {
      const data = { lockId: "page-b", by: { identity: "bo" }, since: "2026-09-04T16:00:00Z", beat: 0 };
      const entry = { ref, data, updated: NOW };
      store.dispatch(presenceChanged({ events: [{ type: "changed", entry }], now: NOW }));
      store.dispatch(headChanged({ generation: 1, shards: 1, publish: PUBLISH, recent: [] }));
    });
    expect(props).toMatchObject({ item: { mayRestore: false, publishing: true } });
  });
});
