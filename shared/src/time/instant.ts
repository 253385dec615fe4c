import { parseDate } from "./civil";

const INSTANT = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Parses an ISO 8601 instant with `Z` or an offset to ms since the epoch; null for anything else. */
export function parseInstant(text: string): number | null {
  const date = INSTANT.exec(text)?.[1];
  // Some engines parse 30 February as 2 March.
  const t = date === undefined || parseDate(date) === null ? NaN : Date.parse(text);
  return Number.isNaN(t) ? null : t;
}
