import { memoize } from "@schedule-manager/shared/collections/memoize";

const namesIn = memoize(20, (locale: string) => new Intl.DisplayNames(locale, { type: "region" }));

/** The name of a country (ISO 3166) in a language. */
export const countryName = (locale: string, code: string): string => namesIn(locale).of(code) ?? code;
