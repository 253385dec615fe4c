/** Compares JSON values: the order of fields does not matter, an undefined field equals an absent one. */
import { fieldOf } from "../collections/record";

export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((value, index) => sameValue(value, b[index]))
    );
  }
  const left = fieldsOf(a);
  const right = fieldsOf(b);
  return left.length === right.length && left.every(([name, value]) => hasField(b, name, value));
}

const fieldsOf = (value: object): [string, unknown][] =>
  Object.entries(value).filter(([, field]) => field !== undefined);

const hasField = (value: object, name: string, expected: unknown): boolean =>
  sameValue(fieldOf(value, name), expected);
