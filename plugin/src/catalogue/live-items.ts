/** The live state: the catalogue in the browser, and the events that change it. */
import type { EntityState } from "@reduxjs/toolkit";
import type { ItemKind, Rule, Schedule } from "@schedule-manager/shared/model/model";
import type { CatalogueLayout } from "@schedule-manager/shared/sync/layout";

/** An item as Sync stores it. */
export interface LiveItem<T> {
  readonly id: string;
  /** The map that holds the item. */
  readonly map: string;
  readonly revision: string;
  /** ms since the epoch, Sync's clock. */
  readonly updated: number;
  /** null: the stored data is invalid (edited by hand in the console). */
  readonly value: T | null;
  /** Why the data is invalid. */
  readonly problem?: string;
}

export type LiveSchedule = LiveItem<Schedule>;
export type LiveRule = LiveItem<Rule>;
export type LiveAny = ({ readonly kind: "schedule" } & LiveSchedule) | ({ readonly kind: "rule" } & LiveRule);

/** Events, in the order in which each map sent them. */
export type LiveEvent =
  | {
      readonly type: "reset";
      readonly kind: ItemKind;
      readonly map: string;
      readonly items: readonly LiveAny[];
    }
  | { readonly type: "changed"; readonly item: LiveAny }
  | { readonly type: "removed"; readonly kind: ItemKind; readonly id: string }
  /** Every event of the map up to now has been delivered. */
  | { readonly type: "caughtUp"; readonly map: string }
  /** null: the stored data is invalid. */
  | { readonly type: "layout"; readonly layout: CatalogueLayout | null };

/** The catalogue in the browser's cache. */
export interface StoredCatalogue {
  readonly schedules: readonly LiveSchedule[];
  readonly rules: readonly LiveRule[];
  readonly maps: readonly string[];
  /** ms since the epoch: when the catalogue last matched Sync. */
  readonly asOf: number;
}

/** The result of a publish, which can arrive before Sync's own events. */
export type Published =
  | { readonly type: "written"; readonly item: LiveAny }
  | { readonly type: "deleted"; readonly kind: ItemKind; readonly id: string };

/** The items of one layout's maps. */
export interface LiveCatalogue {
  readonly schedules: EntityState<LiveSchedule>;
  readonly rules: EntityState<LiveRule>;
  /** The names of the catalogue's maps; empty until known. */
  readonly maps: readonly string[];
  /** Maps whose items have been read. */
  readonly loaded: readonly string[];
  /** Maps whose subscription is caught up. */
  readonly following: readonly string[];
  /** ms since the epoch: when the catalogue last matched Sync; null: it is live, or empty. */
  readonly asOf: number | null;
  /** Tombstones: `kind:id` of published deletions that Sync has not reported yet. */
  readonly tombstones: readonly string[];
}

/** The catalogue that is shown, and that of a new layout beside it until every map of that is loaded. */
export interface Live extends LiveCatalogue {
  readonly opening: LiveCatalogue | null;
}
