import { DAY_MS, dayOf } from "./civil";

const INSTANT =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/** An ISO 8601 instant with `Z` or an offset to ms since the epoch; null for anything else. */
export function parseInstant(text: string): number | null {
  const found = INSTANT.exec(text);
  if (!found) return null;
  const at = (index: number): number => Number(found[index] ?? 0);
  const day = dayOf(at(1), at(2), at(3));
  if (day === null) return null;
  const offset = (at(9) * 60 + at(10)) * (found[8] === "-" ? -1 : 1);
  const ms = Math.floor(Number(`0.${found[7] ?? 0}`) * 1000);
  return day * DAY_MS + ((at(4) * 60 + at(5) - offset) * 60 + at(6)) * 1000 + ms;
}
