import { fieldOf } from "../../collections/record";
import { sameValue } from "../../model/same-value";
import { type AnyItem, type ItemField, KEYS_OF } from "./fields";

/** Absent, blank and unset values are equal. Empty lists of `dates` and `queues` differ from absent ones. */
const isNothing = (key: string, value: unknown): boolean =>
  value === "" ||
  value === null ||
  ((key === "exception" || key === "manualNoteSpoken") && value === false) ||
  (key === "aliases" && sameValue(value, []));

const pick = (item: AnyItem, field: ItemField): unknown =>
  Object.fromEntries(
    KEYS_OF[field]
      .map((key): [string, unknown] => [key, fieldOf(item, key)])
      .filter(([key, value]) => !isNothing(key, value)),
  );

/** Whether a field is equal in two items. Blank values equal absent ones. */
export const sameField = (a: AnyItem, b: AnyItem, field: ItemField): boolean =>
  sameValue(pick(a, field), pick(b, field));
