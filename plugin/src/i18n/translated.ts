import type { Plural } from "@schedule-manager/shared/i18n/plural";

/** A translation: the keys of the English texts, those that count as plurals. */
export type Translated<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Plural;
};
