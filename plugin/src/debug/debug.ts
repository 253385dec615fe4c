/** What may be traced. */
type Topic = "connection" | "catalogue" | "publish" | "locks";

/** Writes one line: what happened, and what was decided by. */
export type Trace = (message: string, details?: unknown) => void;

/** https://www.twilio.com/docs/sync: the SDK's `logLevel`. */
const SDK_LEVELS = ["trace", "debug", "info", "warn", "error", "silent"] as const;
export type SdkLogLevel = (typeof SDK_LEVELS)[number];

export interface Debug {
  /** undefined where the topic is off: `trace?.(…)` does not even look at what it would write. */
  readonly trace: (topic: Topic) => Trace | undefined;
  readonly sdkLogLevel: SdkLogLevel;
}

const DEBUG_KEY = "schedule-manager:debug";

/**
 * @param setting topics with commas, or `*` for all of them; `sdk=debug` raises the log level of Twilio's library
 * @param write takes a line and its details
 */
function debugFrom(setting: string | null, write: (line: string, ...details: unknown[]) => void): Debug {
  const words = (setting ?? "").split(",").map((word) => word.trim());
  const level = SDK_LEVELS.find((one) => words.includes(`sdk=${one}`));
  const isOn = (topic: Topic): boolean => words.includes("*") || words.includes(topic);
  return {
    trace: (topic) =>
      isOn(topic)
        ? (message, ...details) => {
            write(`[schedule-manager] ${new Date().toISOString()} ${topic}: ${message}`, ...details);
          }
        : undefined,
    sdkLogLevel: level ?? "silent",
  };
}

/** As this browser asks for it; read once, when the plugin starts. */
export function browserDebug(): Debug {
  let setting: string | null = null;
  try {
    setting = localStorage.getItem(DEBUG_KEY);
  } catch {
    // The browser forbids storage: nothing is traced.
  }
  return debugFrom(setting, (line, ...details) => {
    // eslint-disable-next-line no-console
    console.info(line, ...details);
  });
}
