/** A text as it is searched: without accents, letter case and the signs between words. */
export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[_/\-.,()]+/g, " ");

/** Whether each word of a query is somewhere in a folded text. */
export const matches = (folded: string, query: string): boolean =>
  fold(query)
    .split(/\s+/)
    .every((word) => folded.includes(word));
