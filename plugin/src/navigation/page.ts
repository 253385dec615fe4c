import type { ItemKind } from "@schedule-manager/shared/model/model";

/** The tab of the start page. */
export type Tab = ItemKind | "history";

/** A page of the view. */
export type Page =
  | { readonly type: "tables"; readonly tab: Tab }
  | { readonly type: "item"; readonly kind: ItemKind; readonly id: string }
  | { readonly type: "transfer" }
  | { readonly type: "history"; readonly kind: ItemKind; readonly id: string }
  /** An address that names no page. */
  | { readonly type: "unknown"; readonly path: string };

/** The page above a page, where "Back" leads when the person came from outside the view. */
export const parentOf = (page: Page): Page => ({
  type: "tables",
  tab: page.type === "item" || page.type === "history" ? page.kind : "schedule",
});
