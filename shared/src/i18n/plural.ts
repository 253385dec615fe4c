/** One text for each of Intl's plural categories; absent categories use `other`. */
export interface Plural {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

const rules = new Map<string, Intl.PluralRules>();

function rulesOf(locale: string): Intl.PluralRules {
  let known = rules.get(locale);
  if (known === undefined) rules.set(locale, (known = new Intl.PluralRules(locale)));
  return known;
}

/** The form for a number in a locale. */
export const plural = (locale: string, forms: Plural, n: number): string =>
  forms[rulesOf(locale).select(n)] ?? forms.other;
