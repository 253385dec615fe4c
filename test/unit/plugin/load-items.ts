import type { AnyAction } from "@reduxjs/toolkit";
import { liveChanged, mapsOpened } from "@schedule-manager/plugin/catalogue/live";
import type { LiveAny } from "@schedule-manager/plugin/catalogue/live-items";

/** Fills a store's catalogue as the first read of Sync does, from one map of each kind. */
export function loadItems(
  store: { readonly dispatch: (action: AnyAction) => unknown },
  schedules: readonly LiveAny[],
  rules: readonly LiveAny[],
): void {
  store.dispatch(mapsOpened(["schedules-0", "rules-0"]));
  store.dispatch(
    liveChanged([
      { type: "reset", kind: "schedule", map: "schedules-0", items: schedules },
      { type: "reset", kind: "rule", map: "rules-0", items: rules },
    ]),
  );
}
