import type { Rule, Schedule } from "../model/model";
import { MAX_ITEM_BYTES } from "../sync/layout";

/** What a history entry says beside the item: publish, person, times. */
const ENTRY_BYTES = 600;

/** Bytes of an item as Sync counts them, in UTF-8. */
export const bytesOf = (item: Rule | Schedule): number =>
  new TextEncoder().encode(JSON.stringify(item)).length;

/** Whether a publish refuses an item because its history entry does not fit into a Sync item. */
export const isTooLarge = (item: Rule | Schedule): boolean => bytesOf(item) + ENTRY_BYTES > MAX_ITEM_BYTES;
