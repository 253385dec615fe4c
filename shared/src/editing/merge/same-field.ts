import { sameValue } from "../../model/same-value";
import { type AnyItem, type ItemField, KEYS_OF } from "./fields";

/** What is left out, blank, or a flag that is not set: nothing. Empty lists of `dates` and `queues` do mean something. */
const isNothing = (key: string, value: unknown): boolean =>
  value === "" ||
  value === null ||
  (key === "exception" && value === false) ||
  (key === "aliases" && sameValue(value, []));

const pick = (item: AnyItem, field: ItemField): unknown =>
  Object.fromEntries(
    KEYS_OF[field]
      .map((key): [string, unknown] => [key, (item as Readonly<Record<string, unknown>>)[key]])
      .filter(([key, value]) => !isNothing(key, value)),
  );

/** Whether a field says the same in two items; what is left out is nothing. */
export const sameField = (a: AnyItem, b: AnyItem, field: ItemField): boolean =>
  sameValue(pick(a, field), pick(b, field));
