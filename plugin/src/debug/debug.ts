type Topic = "connection" | "catalogue" | "publish" | "locks";

/** Writes one line: the event and the values behind the decision. */
export type Trace = (message: string, details?: unknown) => void;

/** Log levels of the Sync SDK: https://www.twilio.com/docs/sync */
const SDK_LEVELS = ["trace", "debug", "info", "warn", "error", "silent"] as const;
export type SdkLogLevel = (typeof SDK_LEVELS)[number];

export interface Debug {
  /** undefined when the topic is off, so `trace?.(…)` does not evaluate its arguments. */
  readonly trace: (topic: Topic) => Trace | undefined;
  readonly sdkLogLevel: SdkLogLevel;
}

const DEBUG_KEY = "schedule-manager:debug";

/**
 * @param setting comma-separated topics, or `*` for all; `sdk=debug` sets the log level of Twilio's SDK
 * @param write receives a line and its details
 */
function debugFrom(setting: string | null, write: (line: string, ...details: unknown[]) => void): Debug {
  const topics = (setting ?? "").split(",").map((word) => word.trim());
  const level = SDK_LEVELS.find((one) => topics.includes(`sdk=${one}`));
  const isOn = (topic: Topic): boolean => topics.includes("*") || topics.includes(topic);
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

/** Reads the setting from this browser's storage, once at start. */
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
