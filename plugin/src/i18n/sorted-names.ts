/** The names of items in the reader's order. */
export const sortedNames = (items: readonly { readonly name: string }[], locale: string): readonly string[] =>
  items.map(({ name }) => name).sort(new Intl.Collator(locale, { numeric: true }).compare);
