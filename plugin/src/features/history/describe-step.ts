import { fieldOf } from "@schedule-manager/shared/collections/record";
import type { StoredItem } from "@schedule-manager/shared/model/model";
import { describeChange, contentsOf } from "../../i18n/describe-change";
import type { DescribeChangeContext } from "../../i18n/describe-field";
import { referencedRules } from "@schedule-manager/shared/evaluator/compile-rule";
import { valueOf } from "@schedule-manager/shared/history/item-at";
import type { Step } from "@schedule-manager/shared/history/steps";
import type { HistoryData } from "@schedule-manager/shared/sync/layout";

/** Parses a value of the history; undefined: it is invalid today. */
export function readable(entry: HistoryData, value: StoredItem | null): StoredItem | null | undefined {
  if (value === null) return null;
  const item = valueOf(entry.kind, { ...entry, value });
  if (item === null) return undefined;
  const { id: _, ...stored } = item;
  return stored;
}

/** Describes the change of a step as sentences. */
export function describeStep({ entry, before }: Step, context: DescribeChangeContext): readonly string[] {
  const { t } = context;
  const after = readable(entry, entry.value);
  if (after === undefined) return [t("history.unreadable")];
  const was = before === undefined ? undefined : readable(entry, before);
  if (was === undefined && after !== null) {
    const contents = contentsOf(entry.kind, after, context).flatMap(({ sentences }) => sentences);
    return [t("history.beforeUnknown"), ...contents];
  }
  const lines = describeChange(entry.kind, was ?? null, after, context);
  return lines.length === 0 ? [t("history.nothing")] : lines;
}

/** The ids of the rules that a step refers to. */
export const rulesIn = ({ entry, before }: Step): readonly string[] => {
  const lists = [entry.value, before].map((value) => {
    const rules = fieldOf(value, "rules");
    return Array.isArray(rules) ? rules.filter((id): id is string => typeof id === "string") : [];
  });
  if (entry.kind === "schedule") return [...new Set(lists.flat())];
  const rules = [entry.value, before].map((value) => (value ? readable(entry, value) : null));
  return [
    ...new Set(
      rules.flatMap((rule) => (rule && !("rules" in rule) ? referencedRules({ id: "", ...rule }) : [])),
    ),
  ];
};
