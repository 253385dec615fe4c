import { useEffect } from "react";

/**
 * Keeps the focus near where it was when what had it goes: a button that takes itself away would leave whoever works
 * by keyboard at the head of the whole page, and Escape without effect.
 * @param inside what is looked after
 * @param target what gets the focus then; it needs a `tabIndex`
 */
export function useRestoredFocus(inside: HTMLElement | null, target: HTMLElement | null): void {
  useEffect(() => {
    if (inside === null || target === null) return undefined;
    let focused: Node | null = null;
    const came = ({ target: now }: FocusEvent): void => {
      focused = now as Node;
    };
    const left = ({ target: was }: FocusEvent): void => {
      // Browsers say so just before they take it away, too, and when it is busy: then it was nobody's will.
      queueMicrotask(() => {
        const { isConnected, disabled } = was as HTMLButtonElement;
        if (isConnected && !disabled && focused === was) focused = null;
      });
    };
    const observer = new MutationObserver(() => {
      if (focused === null || focused.isConnected) return;
      focused = null;
      if (document.activeElement === null || document.activeElement === document.body) target.focus();
    });
    inside.addEventListener("focusin", came);
    inside.addEventListener("focusout", left);
    observer.observe(inside, { childList: true, subtree: true });
    return () => {
      inside.removeEventListener("focusin", came);
      inside.removeEventListener("focusout", left);
      observer.disconnect();
    };
  }, [inside, target]);
}
