import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { tableLookChanged } from "@schedule-manager/plugin/navigation/table-choices";
import { storeTableChoices } from "@schedule-manager/plugin/navigation/table-storage";
import { tableViewChanged } from "@schedule-manager/plugin/navigation/table-views";
import { flexLikeStore } from "../store";

function storage(kept: string | null) {
  let text = kept;
  const tables = {
    getItem: () => text,
    setItem: (_: string, value: string) => {
      text = value;
    },
  };
  const store = flexLikeStore();
  const stop = storeTableChoices(store, tables, "tables");
  const state = () => pluginState(store.getState());
  return { store, stop, state, text: () => text };
}

describe("the memory of a person's choices for the tables", () => {
  it("[TA10] what is stored arranges both tables at the next start", () => {
    const before = storage(null);
    before.store.dispatch(tableLookChanged({ isCompact: true }));
    before.store.dispatch(tableLookChanged({ pageSize: 100 }));
    before.store.dispatch(
      tableViewChanged({ kind: "rule", to: { by: "type", descending: true, query: "x", page: 2 } }),
    );
    before.store.dispatch(tableViewChanged({ kind: "schedule", to: { group: "" } }));
    const { tableChoices, tableViews } = storage(before.text()).state();
    expect(tableChoices).toEqual(before.state().tableChoices);
    expect(tableChoices.look).toEqual({ isCompact: true, pageSize: 100 });
    expect(tableViews).toMatchObject({
      rule: { by: "type", descending: true, query: "", page: 1, group: null },
      schedule: { by: "name", descending: false, group: "" },
    });
  });

  it("[TA10] a search, a filter or a page is not stored, and nothing is after the end", () => {
    const { store, text, stop } = storage(null);
    store.dispatch(tableViewChanged({ kind: "rule", to: { query: "x", filter: "open", page: 2 } }));
    expect(text()).toBeNull();
    stop();
    store.dispatch(tableLookChanged({ isCompact: true }));
    expect(text()).toBeNull();
  });

  it.each([
    "",
    "{",
    "[]",
    '{"look":{"pageSize":7,"isCompact":"yes"},"tables":{"schedule":{"group":3,"by":1,"descending":"no"}}}',
  ])("[TA10] a damaged memory such as %j counts as none", (text) => {
    const { tableChoices, tableViews } = storage(text).state();
    const fresh = pluginState(flexLikeStore().getState());
    expect(tableChoices).toEqual(fresh.tableChoices);
    expect(tableViews).toEqual(fresh.tableViews);
  });

  it("[TA10] a full storage keeps the choices until the reload", () => {
    const store = flexLikeStore();
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    storeTableChoices(store, full, "tables");
    store.dispatch(tableLookChanged({ isCompact: true }));
    expect(pluginState(store.getState()).tableChoices.look.isCompact).toBe(true);
  });
});
