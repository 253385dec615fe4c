import { useEffect, useRef, useState } from "react";
import { useServices } from "../services/services";
import { useStableCallback } from "./use-stable-callback";

/** ms that a message or an offer stays. */
const SHOWN_FOR = 10_000;

interface PauseHandlers {
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * Ends a message after a while; it stays while the pointer is over it or the focus in it, and again as long afterwards.
 * @param at ms since the epoch, this computer's clock
 * @returns the element's handlers
 */
export function useExpiry(at: number, end: () => void): PauseHandlers {
  const { localNow } = useServices();
  const [from, setFrom] = useState(at);
  const [isPaused, setPaused] = useState(false);
  const by = useRef({ pointer: false, focus: false });
  const onEnd = useStableCallback(end);
  useEffect(() => {
    if (isPaused) return undefined;
    const timer = setTimeout(onEnd, Math.max(0, from + SHOWN_FOR - localNow()));
    return () => {
      clearTimeout(timer);
    };
  }, [isPaused, from, onEnd, localNow]);
  const pauseBy = (what: "pointer" | "focus", is: boolean) => (): void => {
    by.current = { ...by.current, [what]: is };
    const { pointer, focus } = by.current;
    setPaused(pointer || focus);
    if (!pointer && !focus) setFrom(localNow());
  };
  return {
    onPointerEnter: pauseBy("pointer", true),
    onPointerLeave: pauseBy("pointer", false),
    onFocus: pauseBy("focus", true),
    onBlur: pauseBy("focus", false),
  };
}
