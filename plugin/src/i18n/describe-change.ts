import { formatList } from "@schedule-manager/shared/i18n/format-list";
import {
  type AnyItem,
  fieldsOf,
  type ItemField,
  listOf,
} from "@schedule-manager/shared/editing/merge/fields";
import { sameField } from "@schedule-manager/shared/editing/merge/same-field";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { type DescribeChangeContext, describeField, fieldLabel } from "./describe-field";
import type { Translate } from "./translate";

/** One field's change as text. */
export interface FieldChange {
  readonly field: ItemField;
  readonly label: string;
  /** null: the field is empty. */
  readonly before: string | null;
  readonly after: string | null;
  /** The whole change as sentences, for a list of changes. */
  readonly sentences: readonly string[];
}

/** The one entry that moved, with its old and new position from 1; null: none or several moved. */
function onlyMoved(
  before: readonly string[],
  after: readonly string[],
): readonly [string, number, number] | null {
  for (const [index, id] of before.entries()) {
    const place = after.indexOf(id);
    if (place === index) continue;
    const rest = (list: readonly string[]): readonly string[] => list.filter((other) => other !== id);
    if (sameValue(rest(before), rest(after))) return [id, index + 1, place + 1];
  }
  return null;
}

function listSentences(
  field: ItemField,
  before: readonly string[],
  after: readonly string[],
  { t, locale, ruleName }: DescribeChangeContext,
): string[] {
  const label = fieldLabel(t, field);
  const name = field === "rules" ? ruleName : (text: string): string => text;
  const added = after.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !after.includes(id));
  const sentence = (key: "change.added" | "change.removed", items: readonly string[]): string[] =>
    items.length === 0 ? [] : [t(key, { field: label, list: formatList(locale, items.map(name)) })];
  const remaining = after.filter((id) => before.includes(id));
  const old = before.filter((id) => after.includes(id));
  const moved = onlyMoved(old, remaining);
  const order = sameValue(old, remaining)
    ? []
    : [
        moved === null
          ? t("change.reordered", { field: label })
          : t("change.moved", {
              field: label,
              item: name(moved[0]),
              before: moved[1],
              after: moved[2],
            }),
      ];
  return [...sentence("change.added", added), ...sentence("change.removed", removed), ...order];
}

function oneSentence(t: Translate, field: ItemField, before: string | null, after: string | null): string {
  const values = { field: fieldLabel(t, field), before: before ?? "", after: after ?? "" };
  if (before === after) return t("change.rewritten", values);
  return t(before === null ? "change.set" : after === null ? "change.cleared" : "change.replaced", values);
}

function fieldChange(
  before: AnyItem,
  after: AnyItem,
  field: ItemField,
  context: DescribeChangeContext,
): FieldChange {
  const label = fieldLabel(context.t, field);
  const [was, is] = [before, after].map((item) => describeField(item, field, context));
  const lists = [listOf(before, field), listOf(after, field)] as const;
  const sentences =
    lists[0] !== null && lists[1] !== null ? listSentences(field, lists[0], lists[1], context) : [];
  return {
    field,
    label,
    before: was ?? null,
    after: is ?? null,
    sentences: sentences.length > 0 ? sentences : [oneSentence(context.t, field, was ?? null, is ?? null)],
  };
}

/** The changes between two states of one item, field by field; empty for equal items. */
const changesBetween = (
  kind: ItemKind,
  before: AnyItem,
  after: AnyItem,
  context: DescribeChangeContext,
): readonly FieldChange[] =>
  fieldsOf(kind)
    .filter((field) => !sameField(before, after, field))
    .map((field) => fieldChange(before, after, field, context));

/** The contents of an item, field by field, without empty fields. */
export const contentsOf = (
  kind: ItemKind,
  item: AnyItem,
  context: DescribeChangeContext,
): readonly FieldChange[] =>
  fieldsOf(kind).flatMap((field) => {
    const after = describeField(item, field, context);
    if (after === null || sameField(item, EMPTY[kind], field)) return [];
    const label = fieldLabel(context.t, field);
    return [{ field, label, before: null, after, sentences: [oneSentence(context.t, field, null, after)] }];
  });

/** Defaults that a description of a new item omits. */
const EMPTY: Readonly<Record<ItemKind, AnyItem>> = {
  schedule: { name: "", timeZone: "", manualClose: false, rules: [] },
  rule: { name: "", isOpen: true, dateRRule: "\0" },
};

/**
 * Describes a change of an item as sentences: "New rule", "Name: was A, now B".
 * @param before null: the item is new
 * @param after null: the item was deleted
 */
export function describeChange(
  kind: ItemKind,
  before: AnyItem | null,
  after: AnyItem | null,
  context: DescribeChangeContext,
): readonly string[] {
  const { t } = context;
  if (after === null)
    return [kind === "schedule" ? t("change.item.scheduleDeleted") : t("change.item.ruleDeleted")];
  const sentencesOf = (changes: readonly FieldChange[]): string[] =>
    changes.flatMap(({ sentences }) => sentences);
  if (before !== null) return sentencesOf(changesBetween(kind, before, after, context));
  return [
    kind === "schedule" ? t("change.item.scheduleCreated") : t("change.item.ruleCreated"),
    ...sentencesOf(contentsOf(kind, after, context).filter(({ field }) => field !== "name")),
  ];
}
