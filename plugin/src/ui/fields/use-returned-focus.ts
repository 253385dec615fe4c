import { createContext, useContext, useEffect, useRef, useState } from "react";

/** The element that receives the focus when its owner is gone; it needs a `tabIndex`. */
export const FocusHome = createContext<HTMLElement | null>(null);

/** Ancestors of a removed opener that may contain its successor, such as "Reopen" in place of "Close". */
const NEAR = 3;
const FOCUSABLE = "button, input, select, textarea, a[href]";
/** ms that a disabled opener, such as a switch whose change is being published, is waited for. */
const WAIT = 10_000;

const isUsable = (element: Element): boolean => element.isConnected && !element.matches(":disabled");

function ancestorsOf(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let up = element.parentElement; up !== null && found.length < NEAR; up = up.parentElement)
    found.push(up);
  return found;
}

/** Focuses the opener as soon as it is enabled, unless the focus moves meanwhile. */
function awaitEnabled(opener: HTMLElement): void {
  const before = document.activeElement;
  const observer = new MutationObserver(() => {
    if (!isUsable(opener)) return;
    stop();
    if (document.activeElement === before) opener.focus();
  });
  const timer = setTimeout(stop, WAIT);
  function stop(): void {
    observer.disconnect();
    clearTimeout(timer);
  }
  observer.observe(opener, { attributes: true, attributeFilter: ["disabled"] });
}

/**
 * Returns the focus when a dialog is closed: to its opener, or near it when the opener was removed meanwhile. Paste
 * returns it to an opener that can be focused, and otherwise leaves it nowhere.
 */
export function useReturnedFocus(): void {
  const home = useRef<HTMLElement | null>(null);
  home.current = useContext(FocusHome);
  // During the first render the opener still has the focus.
  const [{ opener, around }] = useState(() => {
    const active = document.activeElement;
    return { opener: active, around: active === null ? [] : ancestorsOf(active) };
  });
  useEffect(
    () => () => {
      // Paste returns the focus in a microtask.
      setTimeout(() => {
        const { activeElement } = document;
        if (activeElement !== null && activeElement !== document.body) return;
        if (!(opener instanceof HTMLElement) || opener === document.body) return;
        if (isUsable(opener)) {
          opener.focus();
          return;
        }
        const successor = opener.isConnected
          ? undefined
          : around
              .filter((element) => element.isConnected && !element.contains(home.current))
              .flatMap((element) => [...element.querySelectorAll<HTMLElement>(FOCUSABLE)])
              .find(isUsable);
        (successor ?? home.current)?.focus({ preventScroll: true });
        if (opener.isConnected) awaitEnabled(opener);
      }, 0);
    },
    [opener, around],
  );
}
