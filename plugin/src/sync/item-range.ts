import type { ItemPage, ItemRange, SyncItem } from "./connection";

/** The part of a page within a range that ends at `to`. */
export function upTo(items: readonly SyncItem[], more: boolean, { to, order }: ItemRange): ItemPage {
  if (to === undefined) return { items, more };
  const belongs = ({ key }: SyncItem): boolean => (order === "desc" ? key >= to : key <= to);
  const within = items.filter(belongs);
  return { items: within, more: more && within.length === items.length };
}
