import { compileSchedule } from "../../evaluator/compile";
import { compileRules } from "../../evaluator/compile-rule";
import type { Configuration } from "../../model/model";
import { sameName } from "../../model/names";
import type { RuleProblem, ScheduleProblem } from "../../model/problem";
import { parseFile, type ShapeProblem } from "../../model/schema";

/** Something about an item that keeps it from meaning what was meant; it can be imported, and mended afterwards. */
interface ItemProblem {
  /** Such as `rules[3].dateRRule`. */
  readonly place: string;
  readonly problem: RuleProblem | ScheduleProblem;
}

export type ParsedConfiguration =
  | { readonly ok: true; readonly configuration: Configuration; readonly problems: readonly ItemProblem[] }
  | { readonly ok: false; readonly problems: readonly ShapeProblem[] };

/** What stands in the list before, at its second place. */
function repeated(list: string, field: string, values: readonly string[]): ShapeProblem[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    const key = sameName(value);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      { place: `${list}[${index}].${field}`, message: `"${value}" is there twice. Change one of them.` },
    ];
  });
}

/**
 * Reads the `config.json` of Twilio's schedule manager, also as `admin/list` wraps it (`{ data: … }`), with our
 * optional fields. Schedules have no id there: where there is none, the name is the id.
 * `ok: false`: it is no such file, and `problems` says what is wrong where. `ok: true`: `problems` lists the rules
 * that never match and the schedules that cannot be evaluated, each with its reason.
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
