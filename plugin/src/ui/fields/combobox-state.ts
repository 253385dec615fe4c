import { useMemo, useState } from "react";
import { type ComboOption, rankOptions } from "./rank-options";

/** Options rendered at once; scrolling or moving down renders more. */
const PAGE = 40;

/** The options that match a query, best first. */
export type FindOptions = (options: readonly ComboOption[], query: string) => readonly ComboOption[];

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

interface Options {
  /** Any text is a value, so that Enter chooses no option that the person has not moved to. */
  readonly free: boolean;
  readonly find?: FindOptions | undefined;
}

/** The state of a combobox's list while the person types. */
export function useComboState(
  options: readonly ComboOption[],
  selected: string,
  { free, find = rankOptions }: Options,
): ComboState {
  const [query, setQuery] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [limit, setLimit] = useState(PAGE);
  const found = useMemo(
    () => (query === null || query.trim() === "" ? options : find(options, query.trim())),
    [options, query, find],
  );
  const reach = (index: number): void => {
    setActive(index);
    setLimit((now) => Math.max(now, index + PAGE));
  };
  return {
    query,
    open,
    // No match leaves nothing to choose.
    active: Math.min(active, found.length - 1),
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
      setActive(free || text.trim() === "" ? -1 : 0);
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
