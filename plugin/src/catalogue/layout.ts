import type { AnyAction } from "@reduxjs/toolkit";
import type { CatalogueLayout } from "@schedule-manager/shared/sync/layout";
import { liveChanged } from "./live";

/** The Document `layout`: the generation and the number of shards. null: not read yet. */
export function layoutReducer(
  state: CatalogueLayout | null = null,
  action: AnyAction,
): CatalogueLayout | null {
  if (!liveChanged.match(action)) return state;
  return action.payload.reduce((last, event) => (event.type === "layout" ? event.layout : last), state);
}
