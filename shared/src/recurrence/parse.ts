import { dayOf } from "../civil";
import type { RuleProblem, RuleProblemCode } from "../problem";
import { type Frequency, type NthWeekday, type Parts, WEEKDAYS } from "./parts";

/** Every value of every part fits; what is longer is not a rule that anyone wrote. */
export const MAX_RRULE_LENGTH = 10_000;
/** RFC 5545 3.3.8: the largest INTEGER. */
const MAX_INTEGER = 2_147_483_647;

export type ParsedRRule =
  { readonly ok: true; readonly parts: Parts } | { readonly ok: false; readonly problem: RuleProblem };

const NAMES = "FREQ INTERVAL COUNT UNTIL BYMONTH BYMONTHDAY BYDAY BYYEARDAY BYWEEKNO BYSETPOS WKST".split(
  " ",
);
const FREQUENCIES: readonly string[] = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] satisfies Frequency[];
const WEEKDAY_NAMES: readonly string[] = WEEKDAYS;
const PRINTABLE = /^[\x21-\x7e]*$/;
const UNTIL = /^(\d{4})(\d\d)(\d\d)(?:T(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d|60)Z?)?$/;
const WEEKDAY = /^([+-]?\d{1,2})?(..)$/;
const SIGNED = /^[+-]?\d{1,3}$/;
const UNSIGNED = /^\d+$/;

/** Takes the first complaint; reading goes on with harmless values, and the complaint is the answer. */
type Report = (code: RuleProblemCode, part?: string, value?: string) => void;

/** Splits `NAME=VALUE;…`; what is no known part, or there twice, is reported. */
function split(text: string, report: Report): Map<string, string> {
  const values = new Map<string, string>();
  for (const piece of text.split(";")) {
    const at = piece.indexOf("=");
    const name = piece.slice(0, at);
    if (at < 1 || at === piece.length - 1) report("rrule-syntax", undefined, piece);
    else if (!NAMES.includes(name)) report("rrule-part-unknown", name);
    else if (values.has(name)) report("rrule-part-repeated", name);
    values.set(name, piece.slice(at + 1));
  }
  return values;
}

/** Reads one part after the other. */
class Reader {
  constructor(
    private readonly values: ReadonlyMap<string, string>,
    private readonly report: Report,
  ) {}

  private items(name: string): string[] {
    return this.values.get(name)?.split(",") ?? [];
  }

  /** Whole numbers from -max to max without 0, or from 1 to max. */
  list(name: string, max: number, form = SIGNED): number[] {
    return this.items(name).map((item) => {
      const value = form.test(item) ? Number(item) : 0;
      if (value === 0 || Math.abs(value) > max) this.report("rrule-value-invalid", name, item);
      return value;
    });
  }

  /** A positive whole number, or null where the part is absent. */
  positive(name: string): number | null {
    const text = this.values.get(name);
    if (text === undefined) return null;
    const value = UNSIGNED.test(text) ? Number(text) : 0;
    if (value < 1 || value > MAX_INTEGER) this.report("rrule-value-invalid", name, text);
    return value;
  }

  until(): number | null {
    const text = this.values.get("UNTIL");
    if (text === undefined) return null;
    const found = UNTIL.exec(text);
    const day = found && dayOf(Number(found[1]), Number(found[2]), Number(found[3]));
    if (day === null) this.report("rrule-value-invalid", "UNTIL", text);
    return day;
  }

  weekStart(): number {
    const text = this.values.get("WKST") ?? "MO";
    if (!WEEKDAY_NAMES.includes(text)) this.report("rrule-value-invalid", "WKST", text);
    return WEEKDAY_NAMES.indexOf(text);
  }

  byDay(): { weekdays: number; nthWeekdays: NthWeekday[] } {
    let weekdays = 0;
    const nthWeekdays: NthWeekday[] = [];
    for (const item of this.items("BYDAY")) {
      const found = WEEKDAY.exec(item);
      const weekday = WEEKDAY_NAMES.indexOf(found?.[2] ?? "");
      const nth = found?.[1] === undefined ? null : Number(found[1]);
      if (weekday < 0 || nth === 0 || Math.abs(nth ?? 1) > 53)
        this.report("rrule-value-invalid", "BYDAY", item);
      else if (nth === null) weekdays |= 1 << weekday;
      else nthWeekdays.push({ nth, weekday });
    }
    return { weekdays, nthWeekdays };
  }
}

/** RFC 5545 3.3.10: what MUST NOT stand together. */
function reportCombinations(parts: Parts, report: Report): void {
  const { freq } = parts;
  const weekNumbers = parts.weekNumbers.length > 0;
  const misplaced = (name: string): void => report("rrule-part-misplaced", name, freq);
  if (parts.count !== null && parts.until !== null) report("rrule-count-and-until", "COUNT");
  if (weekNumbers && freq !== "YEARLY") misplaced("BYWEEKNO");
  if (parts.yearDays.length > 0 && freq !== "YEARLY") misplaced("BYYEARDAY");
  if (parts.monthDays.length > 0 && freq === "WEEKLY") misplaced("BYMONTHDAY");
  if (parts.nthWeekdays.length > 0 && !(freq === "MONTHLY" || (freq === "YEARLY" && !weekNumbers)))
    misplaced("BYDAY");
  const lists = [parts.nthWeekdays, parts.monthDays, parts.yearDays, parts.weekNumbers];
  if (parts.setPositions.length > 0 && !parts.months && !parts.weekdays && lists.every((l) => l.length === 0))
    report("rrule-setpos-alone", "BYSETPOS");
  // Does the interval count calendar years or week-numbering years? Libraries disagree, so neither is guessed.
  if (weekNumbers && parts.interval > 1) report("rrule-weekno-interval", "BYWEEKNO");
}

function readParts(text: string, report: Report): Parts {
  const values = split(text, report);
  const reader = new Reader(values, report);
  const freq = values.get("FREQ");
  if (freq === undefined) report("rrule-freq-missing", "FREQ");
  else if (!FREQUENCIES.includes(freq)) report("rrule-freq-unsupported", "FREQ", freq);
  const parts: Parts = {
    freq: freq as Frequency,
    interval: reader.positive("INTERVAL") ?? 1,
    count: reader.positive("COUNT"),
    until: reader.until(),
    months: reader.list("BYMONTH", 12, UNSIGNED).reduce((mask, month) => mask | (1 << (month - 1)), 0),
    monthDays: reader.list("BYMONTHDAY", 31),
    ...reader.byDay(),
    yearDays: reader.list("BYYEARDAY", 366),
    weekNumbers: reader.list("BYWEEKNO", 53),
    setPositions: reader.list("BYSETPOS", 366),
    weekStart: reader.weekStart(),
  };
  reportCombinations(parts, report);
  return parts;
}

/**
 * Parses an RRULE (RFC 5545 3.3.10) strictly. Letters may be of either case (RFC 5545 2); the prefix `RRULE:`
 * and white space around the whole are allowed. Never throws.
 */
export function parseRRule(text: string): ParsedRRule {
  const problems: RuleProblem[] = [];
  const report: Report = (code, part, value) => {
    if (problems.length > 0) return;
    problems.push({
      code,
      field: "dateRRule",
      ...(part === undefined ? {} : { part: part.slice(0, 40) }),
      ...(value === undefined ? {} : { value: value.slice(0, 40) }),
    });
  };
  if (text.length > MAX_RRULE_LENGTH) report("rrule-too-long");
  const bare = problems.length > 0 ? "" : text.trim();
  if (!PRINTABLE.test(bare)) report("rrule-syntax", undefined, bare);
  const parts = readParts(bare.toUpperCase().replace(/^RRULE:/, ""), report);
  const [problem] = problems;
  return problem ? { ok: false, problem } : { ok: true, parts };
}
