import { useEffect } from "react";

/**
 * Restores the focus when the focused element is removed. Otherwise a button that removes itself would send keyboard
 * users to the top of the page, and Escape would have no effect.
 * @param inside the watched element
 * @param target receives the focus; it needs a `tabIndex`
 */
export function useRestoredFocus(inside: HTMLElement | null, target: HTMLElement | null): void {
  useEffect(() => {
    if (inside === null || target === null) return undefined;
    let focused: Node | null = null;
    const onFocusIn = ({ target: now }: FocusEvent): void => {
      if (now instanceof Node) focused = now;
    };
    const onFocusOut = ({ target: was }: FocusEvent): void => {
      // Browsers also fire `focusout` when they remove or disable the element, so check afterwards.
      queueMicrotask(() => {
        const isGone = !(was instanceof Element) || !was.isConnected || was.matches(":disabled");
        if (!isGone && focused === was) focused = null;
      });
    };
    const observer = new MutationObserver(() => {
      if (focused === null || focused.isConnected) return;
      focused = null;
      if (document.activeElement === null || document.activeElement === document.body) target.focus();
    });
    inside.addEventListener("focusin", onFocusIn);
    inside.addEventListener("focusout", onFocusOut);
    observer.observe(inside, { childList: true, subtree: true });
    return () => {
      inside.removeEventListener("focusin", onFocusIn);
      inside.removeEventListener("focusout", onFocusOut);
      observer.disconnect();
    };
  }, [inside, target]);
}
