import type { ItemKind } from "@schedule-manager/shared/model/model";

/** The search, filter, sorting and page of a table, kept while an item is open. */
export interface TableView {
  readonly query: string;
  /** One of the table's filters. */
  readonly filter: string;
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
  by: "name",
  descending: false,
  page: 1,
};
