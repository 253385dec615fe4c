import type { ItemKind } from "../../model/model";
import { extraFields } from "../../model/schema";

/** The id, and fields that `admin/list` adds to items. */
const KNOWN = ["id", "revision", "status"];

/** Unknown fields of an item in a file. */
export const unknownFields = (kind: ItemKind, item: unknown): readonly string[] =>
  Object.keys(extraFields(kind, item)).filter((field) => !KNOWN.includes(field));
