import { compileSchedule } from "../../evaluator/compile";
import { compileRules } from "../../evaluator/compile-rule";
import type { Configuration } from "../../model/model";
import { sameName } from "../../model/names";
import type { RuleProblem, ScheduleProblem } from "../../model/problem";
import { parseFile, type ShapeProblem } from "../../model/schema";

/** A problem that does not prevent the import; the item can be corrected afterwards. */
interface ItemProblem {
  /** Such as `rules[3].dateRRule`. */
  readonly place: string;
  readonly problem: RuleProblem | ScheduleProblem;
}

export type ParsedConfiguration =
  | { readonly ok: true; readonly configuration: Configuration; readonly problems: readonly ItemProblem[] }
  | { readonly ok: false; readonly problems: readonly ShapeProblem[] };

/** Reports each value that occurs earlier in the list. */
function repeated(list: string, field: string, values: readonly string[]): ShapeProblem[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    const key = sameName(value);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      { place: `${list}[${index}].${field}`, message: `"${value}" appears twice. Change one of them.` },
    ];
  });
}

/**
 * Parses the `config.json` of Twilio's schedule manager, bare or wrapped as in `admin/list` (`{ data: … }`),
 * including the optional fields. A schedule without an id gets its name as id. `ok: false`: another format, with
 * `problems` by path. `ok: true`: `problems` lists rules that never match and schedules that cannot be
 * evaluated.
 */
export function parseConfiguration(json: unknown): ParsedConfiguration {
  const wrapped = typeof json === "object" && json !== null && "data" in json && !("rules" in json);
  const parsed = parseFile(wrapped ? json.data : json);
  if (!parsed.ok) return parsed;
  const { rules } = parsed.value;
  const schedules = parsed.value.schedules.map((schedule) => ({
    ...schedule,
    id: schedule.id ?? schedule.name,
  }));
  const twice = [
    ...repeated(
      "rules",
      "id",
      rules.map(({ id }) => id),
    ),
    ...repeated(
      "schedules",
      "id",
      schedules.map(({ id }) => id),
    ),
    ...repeated(
      "schedules",
      "name",
      schedules.map(({ name }) => name),
    ),
  ];
  if (twice.length > 0) return { ok: false, problems: twice };
  const rulesById = new Map(rules.map((rule) => [rule.id, rule]));
  const compiled = compileRules(rules, rulesById);
  const problems = [
    ...rules.map((rule) => compiled.get(rule)?.problem ?? null),
    ...schedules.map((schedule) => compileSchedule(schedule, new Map()).problem),
  ].flatMap((problem, index): ItemProblem[] => {
    if (problem === null) return [];
    const item = index < rules.length ? `rules[${index}]` : `schedules[${index - rules.length}]`;
    return [{ place: `${item}.${problem.field}`, problem }];
  });
  return { ok: true, configuration: { rules, schedules }, problems };
}
