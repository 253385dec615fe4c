/** One text by Intl's plural categories; a language without one of them uses `other`. */
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

/** The form that a locale uses for a number. */
export const plural = (locale: string, forms: Plural, n: number): string =>
  forms[rulesOf(locale).select(n)] ?? forms.other;
