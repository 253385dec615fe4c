/** A text as search compares it: without case, accents and compatibility forms. */
export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();

/** Whether a folded text holds every word of the query. */
export function matches(folded: string, query: string): boolean {
  const words = fold(query).split(/\s+/u);
  return words.every((word) => folded.includes(word));
}
