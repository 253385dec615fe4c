/** The key by which search compares texts: without accents, case and punctuation. */
export const searchKey = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[_/\-.,()]+/g, " ");

/** Whether a search key contains every word of a query. */
export const matches = (key: string, query: string): boolean =>
  searchKey(query)
    .split(/\s+/)
    .every((word) => key.includes(word));
