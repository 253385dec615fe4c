import type { ItemKind } from "@schedule-manager/shared/model/model";

/** The search, filter, sorting and page of a table, kept while an item is open. */
export interface TableView {
  readonly query: string;
  /** One of the table's filters. */
  readonly filter: string;
  /** Only schedules of this group; empty: those without a group; null: all. */
  readonly group: string | null;
  /** One of the table's columns. */
  readonly by: string;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
}

export type TableViews = Readonly<Record<ItemKind, TableView>>;

export const DEFAULT_TABLE_VIEW: TableView = {
  query: "",
  filter: "all",
  group: null,
  by: "name",
  descending: false,
  page: 1,
};

/** The part of a view that the next visit begins with. Search, filter and page belong to one visit. */
export type Arrangement = Pick<TableView, "group" | "by" | "descending">;
export const arrangementOf = ({ group, by, descending }: Arrangement): Arrangement => ({
  group,
  by,
  descending,
});
