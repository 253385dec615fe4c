/** ms without a key or a click after which nobody is at the page. */
const IDLE_AFTER = 10 * 60_000;
/** ms that a page may be out of sight. Browsers slow its timers down after 5 minutes: before that it must give way. */
const HIDDEN_AFTER = 4 * 60_000;

export interface Activity {
  /** Somebody did something. */
  note(): void;
  close(): void;
}

/**
 * Whether somebody is at the page: not for long after the last key or click, nor when it is out of sight or left.
 * @param onChange told each time that it changes; at first somebody is
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
  // The first word of a page that goes, while there still is time to send something. Who stays after all is noted again.
  window.addEventListener("beforeunload", left);
  window.addEventListener("pagehide", left);
  // A page that the browser kept and shows again.
  window.addEventListener("pageshow", note);
  note();
  return {
    note,
    close() {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", seen);
      window.removeEventListener("beforeunload", left);
      window.removeEventListener("pagehide", left);
      window.removeEventListener("pageshow", note);
    },
  };
}
