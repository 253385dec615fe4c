import { type RefObject, useLayoutEffect, useRef } from "react";
import { useSelector } from "react-redux";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { pluginState } from "../catalogue/root";
import type { Page } from "../navigation/page";
import type { RootState } from "../store/root";

/** The scroll position of each page in the browser's history, by its place there. */
export type Positions = Map<number, { readonly page: Page; readonly top: number }>;

/** The value of `data-opens` of the controls that open a page; null: its controls need none. */
function openerOf(page: Page): string | null {
  if (page.type === "item") return itemRef(page.kind, page.id);
  if (page.type === "history") return `history:${itemRef(page.kind, page.id)}`;
  return page.type === "transfer" ? page.type : null;
}

/**
 * Paste shows a panel of tabs some frames after it is mounted; until then it neither scrolls nor takes the focus. The
 * last rows of a long table come some frames later, too.
 */
const FRAMES = 30;

/** Scrolls a new page to its top, and a page to which the person returns to where it was, with its focus. */
export function usePosition(
  main: RefObject<HTMLElement>,
  positions: Positions,
): { readonly onScroll: () => void } {
  const { page, at } = useSelector((root: RootState) => pluginState(root).navigation);
  const shown = useRef<{ readonly page: Page; readonly at: number } | null>(null);
  useLayoutEffect(() => {
    const { current } = main;
    const before = shown.current;
    shown.current = { page, at };
    if (current === null || before?.page === page) return undefined;
    const isReturn = before === null || at < before.at;
    const last = positions.get(at);
    const top = isReturn && last !== undefined && sameValue(last.page, page) ? last.top : 0;
    const opener = isReturn && before !== null ? openerOf(before.page) : null;
    const isRestored = (): boolean => {
      current.scrollTop = top;
      const control =
        opener === null ? null : current.querySelector<HTMLElement>(`[data-opens=${CSS.escape(opener)}]`);
      control?.focus({ preventScroll: true });
      return current.scrollTop === top && (opener === null || control === document.activeElement);
    };
    let frame = 0;
    const tryAgain = (left: number): void => {
      if (isRestored() || left === 0) return;
      frame = requestAnimationFrame(() => {
        tryAgain(left - 1);
      });
    };
    tryAgain(FRAMES);
    // The pressed control is unmounted: without a control to return to, the focus moves to the page.
    if (before !== null && !current.contains(document.activeElement)) current.focus();
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [main, positions, page, at]);
  return {
    onScroll: () => {
      if (main.current !== null) positions.set(at, { page, top: main.current.scrollTop });
    },
  };
}
