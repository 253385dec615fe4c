import { useMemo, useState } from "react";
import { searchKey, matches } from "../../i18n/search-key";

export interface ComboOption {
  readonly value: string;
  readonly text: string;
  /** Keywords that also match. */
  readonly search?: string;
}

/** Options rendered at once; scrolling or moving down renders more. */
const PAGE = 40;

interface SearchKeys {
  readonly text: string;
  readonly all: string;
}

const searchKeys = new WeakMap<ComboOption, SearchKeys>();
function keysOf(option: ComboOption): SearchKeys {
  let known = searchKeys.get(option);
  if (known === undefined) {
    const text = searchKey(option.text);
    searchKeys.set(option, (known = { text, all: `${text} ${searchKey(option.search ?? "")}` }));
  }
  return known;
}

/** The options that match a query: label matches first, then keyword matches. */
function fitting(options: readonly ComboOption[], query: string): readonly ComboOption[] {
  const found = options.filter((option) => matches(keysOf(option).all, query));
  const called = new Set(found.filter((option) => matches(keysOf(option).text, query)));
  return [...called, ...found.filter((option) => !called.has(option))];
}

export interface ComboState {
  /** The typed text; null: none. */
  readonly query: string | null;
  readonly open: boolean;
  /** The index of the option that Enter chooses; -1: none. */
  readonly active: number;
  readonly found: readonly ComboOption[];
  /** The rendered part of `found`. */
  readonly shown: readonly ComboOption[];
  show(active?: number): void;
  hide(): void;
  type(query: string): void;
  move(by: number): void;
  more(): void;
}

/** The state of a combobox's list while the person types. */
export function useComboState(options: readonly ComboOption[], selected: string): ComboState {
  const [query, setQuery] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [limit, setLimit] = useState(PAGE);
  const found = useMemo(
    () => (query === null || query.trim() === "" ? options : fitting(options, query.trim())),
    [options, query],
  );
  const reach = (index: number): void => {
    setActive(index);
    setLimit((now) => Math.max(now, index + PAGE));
  };
  return {
    query,
    open,
    active,
    found,
    shown: found.slice(0, limit),
    show(index) {
      setOpen(true);
      reach(index ?? found.findIndex(({ value }) => value === selected));
    },
    hide() {
      setOpen(false);
      setQuery(null);
      setActive(-1);
      setLimit(PAGE);
    },
    type(text) {
      setQuery(text);
      setOpen(true);
      setActive(-1);
      setLimit(PAGE);
    },
    move(by) {
      const count = found.length;
      if (count === 0) return;
      const from = active < 0 && by < 0 ? count : active;
      reach((from + by + count) % count);
    },
    more() {
      setLimit((now) => now + PAGE);
    },
  };
}
