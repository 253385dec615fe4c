/** ms without a key or click after which the person counts as away. */
const IDLE_AFTER = 10 * 60_000;
/** ms. Browsers throttle a hidden page's timers after 5 minutes, so it releases its locks before. */
const HIDDEN_AFTER = 4 * 60_000;

export interface Activity {
  /** Records activity. */
  note(): void;
  close(): void;
}

/**
 * Whether the person is active: a recent key or click, and a visible page.
 * @param onChange called on each change; the page starts active
 */
export function watchActivity(onChange: (active: boolean) => void): Activity {
  let active = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const set = (now: boolean): void => {
    if (active === now) return;
    active = now;
    onChange(now);
  };
  const wait = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      set(false);
    }, ms);
  };
  const note = (): void => {
    set(true);
    wait(IDLE_AFTER);
  };
  const seen = (): void => {
    if (document.visibilityState === "visible") note();
    else wait(HIDDEN_AFTER);
  };
  const left = (): void => {
    clearTimeout(timer);
    set(false);
  };
  document.addEventListener("visibilitychange", seen);
  window.addEventListener("pagehide", left);
  // The browser restored the page from its back/forward cache.
  window.addEventListener("pageshow", note);
  note();
  return {
    note,
    close() {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", seen);
      window.removeEventListener("pagehide", left);
      window.removeEventListener("pageshow", note);
    },
  };
}
