import { matches, searchKey } from "../../i18n/search-key";

export interface ComboOption {
  readonly value: string;
  readonly text: string;
  /** Further names that also find it. */
  readonly keywords?: readonly string[];
}

/** How well a text matches a query; lower is better, null is no match. Equal keywords rank above texts that begin so. */
const EQUAL = 0;
const KEYWORD = 1;
const BEGINS = 2;
const WORD = 3;
const WORDS = 4;
const WITHIN = 5;
const KEYWORD_WITHIN = 6;

interface Keys {
  readonly text: string;
  readonly keywords: readonly string[];
}

const known = new WeakMap<ComboOption, Keys>();
function keysOf(option: ComboOption): Keys {
  let keys = known.get(option);
  if (keys === undefined) {
    keys = {
      text: searchKey(option.text).trim(),
      keywords: (option.keywords ?? []).map((k) => searchKey(k).trim()),
    };
    known.set(option, keys);
  }
  return keys;
}

const everyWordBegins = (text: string, query: string): boolean =>
  query.split(/\s+/).every((word) => ` ${text}`.includes(` ${word}`));

function rankOf(option: ComboOption, query: string): number | null {
  const { text, keywords } = keysOf(option);
  if (text === query) return EQUAL;
  if (keywords.includes(query)) return KEYWORD;
  if (text.startsWith(query)) return BEGINS;
  if (text.includes(` ${query}`)) return WORD;
  if (everyWordBegins(text, query)) return WORDS;
  if (matches(text, query)) return WITHIN;
  return matches([text, ...keywords].join(" "), query) ? KEYWORD_WITHIN : null;
}

/** The options that match a query, best first; equally good ones stay in their order. */
export function rankOptions(options: readonly ComboOption[], query: string): readonly ComboOption[] {
  const key = searchKey(query).trim();
  return options
    .flatMap((option) => {
      const rank = rankOf(option, key);
      return rank === null ? [] : [{ option, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ option }) => option);
}
