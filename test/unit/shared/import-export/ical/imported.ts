import { compileRule } from "@schedule-manager/shared/evaluator/compile-rule";
import type { ImportedCalendar } from "@schedule-manager/shared/import-export/ical/parse-calendar";
import type { ImportOptions } from "@schedule-manager/shared/import-export/ical/rules-from-events";
import { isKey } from "@schedule-manager/shared/sync/layout";
import { importCalendar } from "./import-calendar";

type Imported = Extract<ImportedCalendar, { ok: true }>;

/** Imports a calendar into New York; whatever comes out is a rule that works. */
export async function imported(
  input: string | Uint8Array,
  options: Partial<ImportOptions> = {},
): Promise<Imported> {
  const result = await importCalendar(input, {
    timeZone: "America/New_York",
    from: "2026-01-01",
    ...options,
  });
  if (!result.ok) throw new Error(result.code);
  for (const rule of result.rules) {
    expect(compileRule(rule).problem).toBeNull();
    expect(isKey(rule.id)).toBe(true);
  }
  return result;
}

/** The rules without ids and reasons. */
export const said = ({ rules }: Imported): unknown[] =>
  rules.map(({ id: _id, isOpen: _isOpen, closedReason: _reason, ...rest }) => rest);

export const codesOf = ({ listed }: Imported): string[] => listed.map(({ code }) => code);
