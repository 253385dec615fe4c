import { formatDate } from "../../time/civil";

/** Formats a day number for UNTIL, `YYYYMMDD`. */
export const formatUntil = (day: number): string => formatDate(day).replaceAll("-", "");

const UNTIL_PART = /;?UNTIL=[^;]*/i;
const UNTIL_UTC = /UNTIL=(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/i;

/** Replaces UNTIL by this last day. */
export const withUntil = (text: string, day: number): string =>
  `${text.replace(UNTIL_PART, "").replace(/^;/, "")};UNTIL=${formatUntil(day)}`;

/** UNTIL as an instant (ms since the epoch), if it is one. */
export function untilInstant(text: string): number | null {
  const found = UNTIL_UTC.exec(text);
  if (found === null) return null;
  const at = (index: number): number => Number(found[index]);
  return Date.UTC(at(1), at(2) - 1, at(3), at(4), at(5), at(6));
}
