/** Keys of objects whose type names every key; TypeScript itself types them as any text. */

export const keysOf = <K extends string>(object: Readonly<Partial<Record<K, unknown>>>): readonly K[] =>
  Object.keys(object) as K[];

export const entriesOf = <K extends string, V>(
  object: Readonly<Partial<Record<K, V>>>,
): readonly (readonly [K, V])[] => Object.entries(object) as [K, V][];

/** Whether a list of fixed values contains a value. */
export const isOneOf = <T>(list: readonly T[], value: unknown): value is T =>
  list.some((each) => each === value);
