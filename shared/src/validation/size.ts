import type { Rule, Schedule } from "../model/model";
import { MAX_ITEM_BYTES } from "../sync/layout";

/** Bytes of a history entry besides the item: publish, person, times. */
const ENTRY_BYTES = 600;

/** Size of an item as Sync counts it, in bytes of UTF-8. */
export const bytesOf = (item: Rule | Schedule): number =>
  new TextEncoder().encode(JSON.stringify(item)).length;

/** Whether publishing refuses an item because its history entry exceeds the size of a Sync item. */
export const isTooLarge = (item: Rule | Schedule): boolean => bytesOf(item) + ENTRY_BYTES > MAX_ITEM_BYTES;
