import { useEffect } from "react";

/**
 * Restores the focus when the focused element is removed. Otherwise a button that removes itself would send keyboard
 * users to the top of the page, and Escape would have no effect.
 * @param inside the watched element
 * @param target receives the focus; it needs a `tabIndex`
 * @param orDisabled also when the focused element is disabled. In a page the browser continues from it; a dialog
 * without the focus gets no Escape.
 */
export function useRestoredFocus(
  inside: HTMLElement | null,
  target: HTMLElement | null,
  orDisabled = false,
): void {
  useEffect(() => {
    if (inside === null || target === null) return undefined;
    let focused: Element | null = null;
    const onFocusIn = ({ target: now }: FocusEvent): void => {
      if (now instanceof Element) focused = now;
    };
    const onFocusOut = ({ target: was }: FocusEvent): void => {
      // Browsers also fire `focusout` when they remove or disable the element, so check afterwards.
      queueMicrotask(() => {
        const isGone = !(was instanceof Element) || !was.isConnected || was.matches(":disabled");
        if (!isGone && focused === was) focused = null;
      });
    };
    const observer = new MutationObserver(() => {
      if (focused === null || (focused.isConnected && !(orDisabled && focused.matches(":disabled")))) return;
      const { activeElement } = document;
      // Some browsers keep the focus on a disabled element, which gets no keys.
      const isLost = activeElement === null || activeElement === document.body || activeElement === focused;
      focused = null;
      if (isLost) target.focus();
    });
    inside.addEventListener("focusin", onFocusIn);
    inside.addEventListener("focusout", onFocusOut);
    observer.observe(inside, {
      childList: true,
      subtree: true,
      ...(orDisabled ? { attributes: true, attributeFilter: ["disabled"] } : {}),
    });
    return () => {
      inside.removeEventListener("focusin", onFocusIn);
      inside.removeEventListener("focusout", onFocusOut);
      observer.disconnect();
    };
  }, [inside, target, orDisabled]);
}
