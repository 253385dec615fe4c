import { draftsRekeyed } from "@schedule-manager/plugin/drafts/drafts";
import { AddressBar } from "@schedule-manager/plugin/navigation/address-bar";
import {
  historyOpened,
  itemsGone,
  opened,
  tabChosen,
  wentBack,
} from "@schedule-manager/plugin/navigation/navigation";
import { tableViewChanged } from "@schedule-manager/plugin/navigation/table-views";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { flexLikeStore } from "../store";
import { FakeHistory } from "./browser-history";

const schedule = (id: string) => opened({ kind: "schedule", id });

/** A view that is mounted at an address, as after a load. */
function mounted(
  path: string,
  search = "",
  store = flexLikeStore(),
  history = new FakeHistory(path, search),
  tab = new Map<string, string>(),
) {
  const bar = new AddressBar(store, history, {
    getItem: (key) => tab.get(key) ?? null,
    setItem: (key, value) => void tab.set(key, value),
  });
  history.onVisit = (visit) => {
    bar.visit(visit);
  };
  const unmount = bar.follow();
  history.load();
  history.settle();
  const state = () => store.getState().scheduleManager;
  return {
    store,
    history,
    tab,
    unmount,
    page: () => state().navigation.page,
    views: () => state().tableViews,
    /** Dispatches, and lets the browser follow. */
    act: (...actions: readonly Parameters<typeof store.dispatch>[0][]) => {
      actions.forEach((action) => store.dispatch(action));
      history.settle();
    },
    /** The browser's Back and Forward. */
    step: (steps: number) => {
      history.go(steps);
      history.settle();
    },
  };
}

describe("the address bar", () => {
  it("[AD1] a loaded address opens its page with the table's view, and the address stays", () => {
    const item = mounted("/schedules/a");
    expect(item.page()).toEqual({ type: "item", kind: "schedule", id: "a" });
    expect(item.history.shown).toBe("/schedules/a");
    const list = mounted("/rules", "?q=b&filter=open&page=2");
    expect(list.page()).toEqual({ type: "tables", tab: "rule" });
    expect(list.views().rule).toMatchObject({ query: "b", filter: "open", page: 2 });
    expect(list.history.shown).toBe("/rules?q=b&filter=open&page=2");
  });

  it("[AD1] opening a page pushes its address; a table's search replaces it", () => {
    const { history, act } = mounted("/schedules");
    act(tableViewChanged({ kind: "schedule", to: { query: "us" } }));
    act(schedule("a"));
    expect(history.entries.map(({ path, search }) => path + search)).toEqual([
      "/schedules?q=us",
      "/schedules/a",
    ]);
  });

  it("[AD2, AD3] Back and Forward of the browser open the pages, and the list as it was", () => {
    const { page, views, history, act, step } = mounted("/schedules");
    act(tableViewChanged({ kind: "schedule", to: { query: "us", page: 2 } }), schedule("a"));
    act(historyOpened({ kind: "schedule", id: "a" }));
    step(-2);
    expect(page()).toEqual({ type: "tables", tab: "schedule" });
    expect(views().schedule).toMatchObject({ query: "us", page: 2 });
    step(2);
    expect(page()).toEqual({ type: "history", kind: "schedule", id: "a" });
    step(-1);
    expect(history.shown).toBe("/schedules/a");
    expect(page()).toEqual({ type: "item", kind: "schedule", id: "a" });
  });

  it("[AD2] the view's Back is the browser's, also after a reload", () => {
    const first = mounted("/schedules");
    first.act(tabChosen("rule"), opened({ kind: "rule", id: "r" }), schedule("a"));
    first.unmount();
    const second = mounted("", "", flexLikeStore(), first.history);
    expect(second.page()).toEqual({ type: "item", kind: "schedule", id: "a" });
    second.act(wentBack());
    expect(second.page()).toEqual({ type: "item", kind: "rule", id: "r" });
    expect([second.history.index, second.history.shown]).toEqual([2, "/rules/r"]);
    second.act(wentBack());
    expect([second.history.index, second.history.shown]).toEqual([1, "/rules"]);
  });

  it("[AD2, AD3] after a reload Back returns to the list as its address says", () => {
    const first = mounted("/schedules", "?q=us&page=2");
    first.act(schedule("a"));
    first.unmount();
    const second = mounted("", "", flexLikeStore(), first.history);
    second.act(wentBack());
    expect(second.history.shown).toBe("/schedules?q=us&page=2");
    expect(second.views().schedule).toMatchObject({ query: "us", page: 2 });
  });

  it("[AD2] after a reload that clears the entry's state Back leads to the page before, and from elsewhere to the list", () => {
    const first = mounted("/rules");
    first.act(schedule("a"));
    first.unmount();
    first.history.forget();
    const second = mounted("", "", flexLikeStore(), first.history, first.tab);
    second.act(wentBack());
    expect([second.history.index, second.history.shown]).toEqual([0, "/rules"]);
    const other = mounted("/schedules/b", "", flexLikeStore(), undefined, first.tab);
    other.act(wentBack());
    expect([other.history.index, other.history.shown]).toEqual([0, "/schedules"]);
  });

  it("[AD2] the view's Back from an address that came from outside leads to the list of its kind", () => {
    const { history, act } = mounted("/rules/r");
    act(wentBack());
    expect(history.entries.map(({ path }) => path)).toEqual(["/rules"]);
  });

  it("[AD2] pages opened at one moment are each in the history, in order", () => {
    const { page, history, act } = mounted("/schedules");
    act(schedule("a"), opened({ kind: "rule", id: "r" }), wentBack(), schedule("b"));
    expect(history.entries.map(({ path }) => path)).toEqual(["/schedules", "/schedules/a", "/schedules/b"]);
    expect(page()).toEqual({ type: "item", kind: "schedule", id: "b" });
  });

  it("[AD2] the pages of items that are gone are left in one step, to the page before them", () => {
    const { history, act } = mounted("/rules");
    act(schedule("new:1"), opened({ kind: "rule", id: "new:2" }));
    act(itemsGone([itemRef("schedule", "new:1"), itemRef("rule", "new:2")]));
    expect([history.index, history.shown]).toEqual([0, "/rules"]);
  });

  it("[AD2] a new item's addresses follow its final key, those before it in the history too", () => {
    const { history, page, act, step } = mounted("/schedules");
    act(schedule("new:1"), opened({ kind: "rule", id: "r" }));
    act(draftsRekeyed({ [itemRef("schedule", "new:1")]: "support-1a2b3c" }));
    step(-1);
    expect(history.shown).toBe("/schedules/support-1a2b3c");
    expect(page()).toEqual({ type: "item", kind: "schedule", id: "support-1a2b3c" });
  });

  it("[AD5] the bare route opens the last page after another view, and the list within the view", () => {
    const first = mounted("/schedules");
    first.act(schedule("a"));
    first.unmount();
    const { history, page, store, act } = mounted("", "", first.store, new FakeHistory(""));
    expect(history.shown).toBe("/schedules/a");
    history.push({ path: "", search: "" }, undefined);
    history.settle();
    expect(page()).toEqual({ type: "tables", tab: "schedule" });
    expect([history.index, history.shown]).toEqual([1, "/schedules"]);
    act(wentBack());
    expect([history.index, history.shown]).toEqual([0, "/schedules/a"]);
    expect(store.getState().scheduleManager.navigation.back).toEqual([]);
  });

  it("[AD1] an address that other code opens shows its page, and Back returns", () => {
    const { history, page, act } = mounted("/schedules");
    history.push({ path: "/rules/r", search: "" }, { other: 1 });
    history.settle();
    expect(page()).toEqual({ type: "item", kind: "rule", id: "r" });
    act(wentBack());
    expect(history.shown).toBe("/schedules");
  });

  it("[AD1] an unmounted view leaves the address alone", () => {
    const { history, unmount, act } = mounted("/schedules");
    unmount();
    act(schedule("a"));
    expect(history.shown).toBe("/schedules");
  });
});
