/** Latin letters and digits, which Thai and Chinese separate from their own script by spaces. */
const ENDS_LATIN = /[!-~]$/;
const BEGINS_LATIN = /^[!-~]/;

/** Items that a space alone does not separate: Thai lists have no commas, and their items may contain spaces. */
const NEEDS_COMMA = /[!-~\s]/;

/** "A, B and C". */
export function formatList(locale: string, items: readonly string[]): string {
  const parts = new Intl.ListFormat(locale, { type: "conjunction", style: "long" }).formatToParts(items);
  const hasCommas = items.some((item) => NEEDS_COMMA.test(item));
  return parts
    .map(({ type, value }, at) => {
      // Some versions of ICU add a space on one side.
      const word = value.trim();
      if (type === "element") return value;
      if (word === "") return hasCommas ? ", " : value;
      if (!/^(?:และ|和)$/.test(word)) return value;
      const before = ENDS_LATIN.test(parts[at - 1]?.value ?? "");
      const after = BEGINS_LATIN.test(parts[at + 1]?.value ?? "");
      if (word === "和") return before && after ? ` ${word} ` : word;
      return `${before || items.length > 2 ? " " : ""}${word}${after ? " " : ""}`;
    })
    .join("");
}
