/** What the browser holds of the catalogue, and what changes it. */
import type { EntityState } from "@reduxjs/toolkit";
import type { ItemKind, Rule, Schedule } from "@schedule-manager/shared/model/model";

/** An item as Sync holds it now. */
export interface LiveItem<T> {
  readonly id: string;
  /** The map that holds it: one of `maps`, or of another number of shards, until all of these are here. */
  readonly map: string;
  readonly revision: string;
  /** ms since the epoch, Sync's clock. */
  readonly updated: number;
  /** null: what is stored cannot be read (edited by hand in the console). */
  readonly value: T | null;
  /** Why it cannot be read. */
  readonly problem?: string;
}

export type LiveSchedule = LiveItem<Schedule>;
export type LiveRule = LiveItem<Rule>;
export type LiveAny = ({ readonly kind: "schedule" } & LiveSchedule) | ({ readonly kind: "rule" } & LiveRule);

/** What happened, in the order in which each map told it. */
export type LiveEvent =
  | {
      readonly type: "reset";
      readonly kind: ItemKind;
      readonly map: string;
      readonly items: readonly LiveAny[];
    }
  | { readonly type: "changed"; readonly item: LiveAny }
  | { readonly type: "removed"; readonly kind: ItemKind; readonly id: string }
  /** All that the map has to tell up to now has been told. */
  | { readonly type: "caughtUp"; readonly map: string };

/** What a browser kept of an earlier page. */
export interface StoredCatalogue {
  readonly schedules: readonly LiveSchedule[];
  readonly rules: readonly LiveRule[];
  readonly maps: readonly string[];
  /** ms since the epoch: when it was last known to be what Sync held. */
  readonly asOf: number;
}

/** What a publish answered: it can be ahead of Sync's own events. */
export type Published =
  | { readonly type: "written"; readonly item: LiveAny }
  | { readonly type: "deleted"; readonly kind: ItemKind; readonly id: string };

export interface Live {
  readonly schedules: EntityState<LiveSchedule>;
  readonly rules: EntityState<LiveRule>;
  /** The maps that make up the catalogue; empty until known. */
  readonly maps: readonly string[];
  /** Those of them whose items are here. */
  readonly loaded: readonly string[];
  /** What the maps of another number of shards held is whole, and shown until these are. */
  readonly bridged: boolean;
  /** Those of them that tell every change now. */
  readonly following: readonly string[];
  /** ms since the epoch: when all this was last known to be what Sync holds; null: it is so now, or nothing is here. */
  readonly asOf: number | null;
  /** `kind:id` of items that a publish deleted and whose removal Sync has not told yet. */
  readonly gone: readonly string[];
}
