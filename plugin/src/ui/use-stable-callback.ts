import { useCallback, useLayoutEffect, useRef } from "react";

/** A function that stays the same object and calls the latest callback, for children that render only when a prop changes. */
export function useStableCallback<Args extends readonly unknown[], Result>(
  callback: (...args: Args) => Result,
): (...args: Args) => Result {
  const latest = useRef(callback);
  useLayoutEffect(() => {
    latest.current = callback;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
