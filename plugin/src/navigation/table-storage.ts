import { fieldOf } from "@schedule-manager/shared/collections/record";
import type { Store } from "redux";
import { pluginState } from "../catalogue/root";
import { observe } from "../redux/observe";
import type { NavigationRoot } from "./root";
import { PAGE_SIZES, type TableChoices, type TableLook, tableLookChanged } from "./table-choices";
import { type Arrangement, arrangementOf, DEFAULT_TABLE_VIEW } from "./table-view";
import { tablesArranged } from "./table-views";

function read(storage: Pick<Storage, "getItem">, key: string): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

function lookIn(value: unknown): TableLook {
  const size = fieldOf(value, "pageSize");
  return {
    isCompact: fieldOf(value, "isCompact") === true,
    pageSize: PAGE_SIZES.find((each) => each === size) ?? PAGE_SIZES[0],
  };
}

function arrangementIn(value: unknown): Arrangement {
  const group = fieldOf(value, "group");
  const by = fieldOf(value, "by");
  return arrangementOf({
    group: typeof group === "string" ? group : null,
    by: typeof by === "string" ? by : DEFAULT_TABLE_VIEW.by,
    descending: fieldOf(value, "descending") === true,
  });
}

/**
 * Keeps what a person chose for the tables in this browser, and restores it. Call it before the view is shown, so that
 * an opened address can decide otherwise.
 * @returns stops
 */
export function storeTableChoices(
  store: Pick<Store<NavigationRoot>, "dispatch" | "getState" | "subscribe">,
  storage: Pick<Storage, "getItem" | "setItem">,
  key: string,
): () => void {
  const kept = read(storage, key);
  const tables = fieldOf(kept, "tables");
  store.dispatch(tableLookChanged(lookIn(fieldOf(kept, "look"))));
  store.dispatch(
    tablesArranged({
      schedule: arrangementIn(fieldOf(tables, "schedule")),
      rule: arrangementIn(fieldOf(tables, "rule")),
    }),
  );
  return observe(
    store,
    (root: NavigationRoot): TableChoices => pluginState(root).tableChoices,
    (choices) => {
      try {
        storage.setItem(key, JSON.stringify(choices));
      } catch {
        // The storage is full: the choices last until the reload.
      }
    },
  );
}
