/** Reading values of unknown shape, such as parsed JSON and errors of libraries. */

/** Whether a value is an object, whose fields may be read; a list is none. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A field of a value; undefined: the value is no object, or lacks the field itself (prototypes do not count). */
export const fieldOf = (value: unknown, name: string): unknown =>
  isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
