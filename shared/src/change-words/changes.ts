import type { ItemKind } from "../model";
import { sameValue } from "../same-value";
import { interpolate } from "../i18n/interpolate";
import { formatList } from "../i18n/format-list";
import { type AnyItem, fieldsOf, type ItemField, KEYS_OF, listOf } from "./fields";
import { type ChangeWordsContext, fieldInWords } from "./field-in-words";
import { changeStringsFor } from "./strings/find";

/** One field's difference, in words. */
export interface FieldChange {
  readonly field: ItemField;
  /** What the field is called. */
  readonly label: string;
  /** null: nothing. */
  readonly before: string | null;
  readonly after: string | null;
  /** The whole as one sentence or more, for a list of changes. */
  readonly sentences: readonly string[];
}

/** What is left out, blank, or a flag that is not set: nothing. Empty lists of `dates` and `queues` do mean something. */
const isNothing = (key: string, value: unknown): boolean =>
  value === "" ||
  value === null ||
  (key === "exception" && value === false) ||
  (key === "aliases" && sameValue(value, []));

const pick = (item: AnyItem, field: ItemField): unknown =>
  Object.fromEntries(
    KEYS_OF[field]
      .map((key): [string, unknown] => [key, (item as Readonly<Record<string, unknown>>)[key]])
      .filter(([key, value]) => !isNothing(key, value)),
  );

/** Whether a field says the same in two items; what is left out is nothing. */
export const sameField = (a: AnyItem, b: AnyItem, field: ItemField): boolean =>
  sameValue(pick(a, field), pick(b, field));

/** The only one that changed its place, with its old and new place from 1; null: none or several. */
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
  { locale, ruleName }: ChangeWordsContext,
): string[] {
  const strings = changeStringsFor(locale);
  const label = strings.field[field];
  const name = field === "rules" ? ruleName : (text: string): string => text;
  const added = after.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !after.includes(id));
  const say = (template: string, items: readonly string[]): string[] =>
    items.length === 0
      ? []
      : [interpolate(locale, template, { field: label, list: formatList(locale, items.map(name)) })];
  const kept = after.filter((id) => before.includes(id));
  const old = before.filter((id) => after.includes(id));
  const moved = onlyMoved(old, kept);
  const order = sameValue(old, kept)
    ? []
    : [
        moved === null
          ? interpolate(locale, strings.change.reordered, { field: label })
          : interpolate(locale, strings.change.moved, {
              field: label,
              item: name(moved[0]),
              before: moved[1],
              after: moved[2],
            }),
      ];
  return [...say(strings.change.added, added), ...say(strings.change.removed, removed), ...order];
}

function oneSentence(field: ItemField, before: string | null, after: string | null, locale: string): string {
  const { change, field: labels } = changeStringsFor(locale);
  const values = { field: labels[field], before: before ?? "", after: after ?? "" };
  if (before === after) return interpolate(locale, change.rewritten, values);
  return interpolate(
    locale,
    before === null ? change.set : after === null ? change.cleared : change.replaced,
    values,
  );
}

function fieldChange(
  before: AnyItem,
  after: AnyItem,
  field: ItemField,
  context: ChangeWordsContext,
): FieldChange {
  const label = changeStringsFor(context.locale).field[field];
  const [was, is] = [before, after].map((item) => fieldInWords(item, field, context));
  const lists = [listOf(before, field), listOf(after, field)] as const;
  const sentences =
    lists[0] !== null && lists[1] !== null ? listSentences(field, lists[0], lists[1], context) : [];
  return {
    field,
    label,
    before: was ?? null,
    after: is ?? null,
    sentences:
      sentences.length > 0 ? sentences : [oneSentence(field, was ?? null, is ?? null, context.locale)],
  };
}

/** The differences between two states of one item, field by field, in a locale's words. Equal items: none. */
export const changesBetween = (
  kind: ItemKind,
  before: AnyItem,
  after: AnyItem,
  context: ChangeWordsContext,
): readonly FieldChange[] =>
  fieldsOf(kind)
    .filter((field) => !sameField(before, after, field))
    .map((field) => fieldChange(before, after, field, context));

/** What an item says, field by field; fields that hold nothing are left out. */
export const contentsOf = (
  kind: ItemKind,
  item: AnyItem,
  context: ChangeWordsContext,
): readonly FieldChange[] =>
  fieldsOf(kind).flatMap((field) => {
    const after = fieldInWords(item, field, context);
    if (after === null || sameField(item, EMPTY[kind], field)) return [];
    const label = changeStringsFor(context.locale).field[field];
    return [
      { field, label, before: null, after, sentences: [oneSentence(field, null, after, context.locale)] },
    ];
  });

/** What goes without saying of a new item. */
const EMPTY: Readonly<Record<ItemKind, AnyItem>> = {
  schedule: { name: "", timeZone: "", manualClose: false, rules: [] },
  rule: { name: "", isOpen: true, dateRRule: "\0" },
};

/**
 * A change of an item as sentences: "New rule", "Name: was A, now B".
 * @param before null: it is new
 * @param after null: it was deleted
 */
export function changeInWords(
  kind: ItemKind,
  before: AnyItem | null,
  after: AnyItem | null,
  context: ChangeWordsContext,
): readonly string[] {
  const { item } = changeStringsFor(context.locale);
  if (after === null) return [kind === "schedule" ? item.scheduleDeleted : item.ruleDeleted];
  const said = (changes: readonly FieldChange[]): string[] => changes.flatMap(({ sentences }) => sentences);
  if (before !== null) return said(changesBetween(kind, before, after, context));
  return [
    kind === "schedule" ? item.scheduleCreated : item.ruleCreated,
    ...said(contentsOf(kind, after, context).filter(({ field }) => field !== "name")),
  ];
}
