/** Merges plain JSON objects. Pure. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Adds values that `live` lacks. Existing values of `live` are kept, including lists. */
export function liveWins(ours: JsonObject, live: JsonObject): JsonObject {
  const merged: Record<string, Json> = { ...live };
  for (const [key, value] of Object.entries(ours)) {
    const there = live[key];
    if (there === undefined) merged[key] = value;
    else if (isObject(value) && isObject(there)) merged[key] = liveWins(value, there);
  }
  return merged;
}

/** Values that differ in `after`, by dotted path. */
export function differences(before: JsonObject, after: JsonObject, path = ""): [path: string, value: Json][] {
  return Object.entries(after).flatMap(([key, value]): [string, Json][] => {
    const place = path === "" ? key : `${path}.${key}`;
    const there = before[key];
    if (isObject(value)) return differences(isObject(there) ? there : {}, value, place);
    return JSON.stringify(there) === JSON.stringify(value) ? [] : [[place, value]];
  });
}
