import type { ItemKind } from "../../model/model";
import { extraFields } from "../../model/schema";

/** The id, and what `admin/list` adds to items. */
const KNOWN = ["id", "revision", "status"];

/** The fields of an item of a file that are not ours. */
export const unknownFields = (kind: ItemKind, item: unknown): readonly string[] =>
  Object.keys(extraFields(kind, item)).filter((field) => !KNOWN.includes(field));
