/** Debug traces of decisions and their reasons, written only with LOG_LEVEL=debug. */
export type LogLevel = "info" | "debug";

type Area = "catalogue" | "publish" | "sync";

/** One process runs one function with one environment. */
let isOn = false;

export function setLogLevel(level: LogLevel): void {
  isOn = level === "debug";
}

/**
 * @param message evaluated only when written; contains ids, revisions and counts, never tokens or user input
 */
export function trace(area: Area, message: () => string): void {
  // eslint-disable-next-line no-console -- the only exception beside the log line of a request
  if (isOn) console.log(`debug ${area}: ${message()}`);
}
