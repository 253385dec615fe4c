/** What was decided and why, for people who look for a fault: written with LOG_LEVEL=debug only. */
export type LogLevel = "info" | "debug";

type Area = "catalogue" | "publish" | "sync";

/** One process runs one function with one environment. */
let isOn = false;

export function setLogLevel(level: LogLevel): void {
  isOn = level === "debug";
}

/** @param message made only when it is written; ids, revisions and counts, never a token or what callers wrote */
export function trace(area: Area, message: () => string): void {
  // The one place that may write besides the log line of a request.
  // eslint-disable-next-line no-console
  if (isOn) console.log(`debug ${area}: ${message()}`);
}
