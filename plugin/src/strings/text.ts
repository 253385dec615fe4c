import type { agents } from "./en-US/agents";
import type { enUS } from "./en-US/all";

/** By Intl's plural rules; `{count}` chooses. */
export interface Plural {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

export type TextKey = keyof typeof enUS;
/** What a language has to say: the same keys as the English ones, counted ones as plurals. */
export type Translated<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Plural;
};
export type Texts = Translated<typeof enUS>;
/** What agents read: the few strings that every browser has. */
export type AgentTexts = Translated<typeof agents>;
export type Values = Readonly<Record<string, string | number>>;

/** Says a string of a table, with its `{places}` filled. */
type SayOf<Key> = (key: Key, values?: Values) => string;
export type Say = SayOf<TextKey>;
export type AgentSay = SayOf<keyof typeof agents>;

function fill(template: string, values: Values, locale: string): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return typeof value === "number" ? value.toLocaleString(locale) : value;
  });
}

export function sayIn<Key extends string>(
  texts: Readonly<Record<Key, string | Plural>>,
  locale: string,
): SayOf<Key> {
  const plurals = new Intl.PluralRules(locale);
  return (key, values = {}) => {
    const text = texts[key];
    if (typeof text === "string") return fill(text, values, locale);
    const count = values["count"];
    const form = typeof count === "number" ? plurals.select(count) : "other";
    return fill(text[form] ?? text.other, values, locale);
  };
}
