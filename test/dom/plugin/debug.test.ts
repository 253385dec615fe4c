import { browserDebug } from "@schedule-manager/plugin/debug/debug";

type Topic = Parameters<ReturnType<typeof browserDebug>["trace"]>[0];

/** The storage key of the trace setting. */
const DEBUG_KEY = "schedule-manager:debug";
const TOPICS: readonly Topic[] = ["connection", "catalogue", "publish", "locks"];

/** A browser with the setting; null: without one. */
function scene(setting: string | null) {
  const lines: unknown[] = [];
  jest.spyOn(console, "info").mockImplementation((line: unknown) => void lines.push(line));
  if (setting !== null) localStorage.setItem(DEBUG_KEY, setting);
  const debug = browserDebug();
  return { debug, lines, on: TOPICS.filter((topic) => debug.trace(topic) !== undefined) };
}

describe("traces", () => {
  afterEach(() => {
    localStorage.clear();
    jest.restoreAllMocks();
  });

  it.each<[string | null, readonly Topic[], string]>([
    [null, [], "silent"],
    ["", [], "silent"],
    ["nonsense", [], "silent"],
    ["locks", ["locks"], "silent"],
    ["connection, publish", ["connection", "publish"], "silent"],
    ["*", TOPICS, "silent"],
    ["*,sdk=debug", TOPICS, "debug"],
    ["sdk=info", [], "info"],
    ["sdk=loud", [], "silent"],
  ])("[DE1] the setting %j turns on %j and sets the SDK's log level to %s", (setting, expected, level) => {
    const { on, debug } = scene(setting);
    expect(on).toEqual(expected);
    expect(debug.sdkLogLevel).toBe(level);
  });

  it("[DE1] a browser that forbids storage traces nothing", () => {
    jest.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
    const { on, debug } = scene("*");
    expect(on).toEqual([]);
    expect(debug.sdkLogLevel).toBe("silent");
  });

  it("[DE2] a line has its topic and message, and a topic that is off does not evaluate its arguments", () => {
    const { debug, lines } = scene("locks");
    let looked = 0;
    const costly = (): string => `looked ${(looked += 1)}`;
    debug.trace("locks")?.(costly());
    debug.trace("publish")?.(costly());
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\[schedule-manager\] \S+Z locks: looked 1$/);
    expect(looked).toBe(1);
  });
});
