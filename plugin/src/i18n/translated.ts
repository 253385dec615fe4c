import type { Plural } from "@schedule-manager/shared/i18n/plural";

/** A translation has the keys of the English messages, with plurals for the same ones. */
export type Translated<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Plural;
};
