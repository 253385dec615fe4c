import { fieldOf } from "../../collections/record";
import { compileSchedule } from "../../evaluator/compile";
import { withReferences } from "../../evaluator/compile-rule";
import type { Configuration, ItemKind, Rule, Schedule } from "../../model/model";
import { sameName } from "../../model/names";
import { parseFile, type ShapeProblem } from "../../model/schema";
import { isKey } from "../../sync/layout";
import { importRule } from "./import-rule";
import type { ConfigurationWarning } from "./import-warning";
import { stableId } from "./stable-id";
import { unknownFields } from "./unknown-fields";

/** `twilio`: the `config.json` of Twilio's schedule manager, whose schedules have no id. */
export type ConfigurationFormat = "twilio" | "json";

export type ImportedConfiguration =
  | { readonly ok: false; readonly problems: readonly ShapeProblem[] }
  | {
      readonly ok: true;
      readonly format: ConfigurationFormat;
      readonly configuration: Configuration;
      readonly listed: readonly ConfigurationWarning[];
    };

const isSchedule = (json: unknown): boolean =>
  typeof json === "object" &&
  json !== null &&
  "name" in json &&
  "manualClose" in json &&
  !("schedules" in json);

/** The configuration of a file: also inside the format of `admin/list`, and of schedules that stand alone. */
function unwrap(json: unknown): unknown {
  if (Array.isArray(json))
    return json.length > 0 && json.every(isSchedule) ? { rules: [], schedules: json } : json;
  if (isSchedule(json)) return { rules: [], schedules: [json] };
  return typeof json === "object" && json !== null && "data" in json && !("rules" in json) ? json.data : json;
}

/** Whether a JSON value has schedules or rules, so that it is meant as a configuration. */
export function hasConfiguration(json: unknown): boolean {
  const file = unwrap(json);
  return typeof file === "object" && file !== null && ("rules" in file || "schedules" in file);
}

const itemsIn = (file: unknown, list: "rules" | "schedules"): readonly unknown[] => {
  const items = fieldOf(file, list);
  return Array.isArray(items) ? items : [];
};

const isWithoutZone = (schedule: unknown): schedule is object =>
  typeof schedule === "object" &&
  schedule !== null &&
  !Array.isArray(schedule) &&
  (!("timeZone" in schedule) ||
    schedule.timeZone === null ||
    (typeof schedule.timeZone === "string" && schedule.timeZone.trim() === ""));

/** Whether a schedule of a file has no time zone, as in the file of Twilio's Plugin Library. */
export const lacksZone = (json: unknown): boolean => itemsIn(unwrap(json), "schedules").some(isWithoutZone);

/** The file with a zone for the schedules that have none. */
const withZone = (file: unknown, timeZone: string): unknown =>
  typeof file === "object" && file !== null
    ? {
        ...file,
        schedules: itemsIn(file, "schedules").map((schedule) =>
          isWithoutZone(schedule) ? { ...schedule, timeZone } : schedule,
        ),
      }
    : file;

class ConfigurationImport {
  readonly listed: ConfigurationWarning[] = [];
  private readonly ids = { rule: new Set<string>(), schedule: new Set<string>() };
  private readonly names = new Set<string>();
  /** From ids in the file to rules. For duplicate ids, Twilio's evaluator takes the first rule. */
  private readonly ruleIds = new Map<string, string>();

  constructor(private readonly format: ConfigurationFormat) {}

  private list(
    kind: ItemKind,
    { id, name }: Pick<Rule, "id" | "name">,
    warning: Pick<ConfigurationWarning, "code" | "params">,
  ): void {
    this.listed.push({ kind, id, name, ...warning });
  }

  private idOf(kind: ItemKind, name: string, was: string | undefined): string {
    const taken = this.ids[kind];
    if (was !== undefined && isKey(was) && !taken.has(was)) {
      taken.add(was);
      return was;
    }
    return stableId(name, was ?? `${kind} ${name}`, taken);
  }

  private listUnknown(kind: ItemKind, item: Pick<Rule, "id" | "name">, raw: unknown): void {
    for (const field of unknownFields(kind, raw))
      this.list(kind, item, { code: "field-unknown", params: { field } });
  }

  addRules(rules: readonly Rule[], raw: readonly unknown[]): readonly Rule[] {
    const ids = rules.map((rule) => {
      const id = this.idOf("rule", rule.name, rule.id);
      if (!this.ruleIds.has(rule.id)) this.ruleIds.set(rule.id, id);
      return id;
    });
    const renamed = rules.map((rule, index) => {
      const own = withReferences(rule, (other) => this.ruleIds.get(other) ?? other);
      return { ...own, id: ids[index] ?? rule.id };
    });
    const byId = new Map(renamed.map((rule) => [rule.id, rule]));
    return renamed.map((rule, index) => {
      const was = rules[index]?.id ?? rule.id;
      const imported = importRule(rule, this.format === "twilio", byId);
      if (rule.id !== was) this.list("rule", imported.rule, { code: "id-replaced", params: { was } });
      this.listUnknown("rule", imported.rule, raw[index]);
      for (const warning of imported.warnings) this.list("rule", imported.rule, warning);
      return imported.rule;
    });
  }

  private nameOf(name: string): string {
    let free = name;
    for (let count = 2; this.names.has(sameName(free)); count += 1) free = `${name} (${count})`;
    this.names.add(sameName(free));
    return free;
  }

  addSchedule(schedule: Omit<Schedule, "id"> & { readonly id?: string }, raw: unknown): Schedule {
    const name = this.nameOf(schedule.name);
    const id = this.idOf("schedule", name, schedule.id);
    const known = schedule.rules.filter((rule) => this.ruleIds.has(rule));
    const imported: Schedule = {
      ...schedule,
      id,
      name,
      rules: known.map((rule) => this.ruleIds.get(rule) ?? rule),
    };
    if (schedule.id !== undefined && id !== schedule.id)
      this.list("schedule", imported, { code: "id-replaced", params: { was: schedule.id } });
    if (name !== schedule.name)
      this.list("schedule", imported, { code: "name-replaced", params: { was: schedule.name } });
    for (const rule of schedule.rules)
      if (!this.ruleIds.has(rule))
        this.list("schedule", imported, { code: "reference-missing", params: { rule } });
    this.listUnknown("schedule", imported, raw);
    const { problem } = compileSchedule(imported, new Map());
    if (problem !== null)
      this.list("schedule", imported, {
        code: problem.code,
        params: { field: problem.field, value: problem.value },
      });
    return imported;
  }
}

/**
 * Imports a configuration from the `config.json` of Twilio's schedule manager or from this project's export.
 * Replaces ids that Sync cannot store by stable new ones, and updates references. Where Twilio's evaluator
 * deviates from RFC 5545, reports a warning instead of guessing. Invalid items are imported with a warning, so
 * that they can be corrected.
 * @param timeZone the zone (IANA) of schedules without one
 */
export function importConfiguration(json: unknown, timeZone?: string): ImportedConfiguration {
  const file = timeZone === undefined ? unwrap(json) : withZone(unwrap(json), timeZone);
  const parsed = parseFile(file);
  if (!parsed.ok) return parsed;
  const { rules, schedules } = parsed.value;
  const format = schedules.some(({ id }) => id !== undefined) ? "json" : "twilio";
  const work = new ConfigurationImport(format);
  const raw = { rules: itemsIn(file, "rules"), schedules: itemsIn(file, "schedules") };
  const configuration: Configuration = {
    rules: work.addRules(rules, raw.rules),
    schedules: schedules.map((schedule, index) => work.addSchedule(schedule, raw.schedules[index])),
  };
  return { ok: true, format, configuration, listed: work.listed };
}
