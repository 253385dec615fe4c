import { DeployFailure } from "@schedule-manager/flex-config/deploy/failure";
import { UsageError } from "@schedule-manager/flex-config/cli/read-config";
import { reported } from "@schedule-manager/flex-config/cli/reported";
import { run } from "@schedule-manager/flex-config/cli/run";

const { argv } = process;
let err: string[];
beforeEach(() => {
  err = [];
  process.argv = ["node", "command", "--from", "a"];
  jest.spyOn(process.stderr, "write").mockImplementation((text) => err.push(String(text)) > 0);
  // Other tests' listeners stay.
  for (const stream of [process.stdout, process.stderr]) jest.spyOn(stream, "on").mockReturnThis();
});
afterEach(() => {
  jest.restoreAllMocks();
  process.argv = argv;
  process.exitCode = undefined;
});

async function ended(command: Parameters<typeof run>[0]): Promise<typeof process.exitCode> {
  run(command);
  await new Promise((done) => setImmediate(done));
  return process.exitCode;
}

describe("a command of the project", () => {
  it("[CL8, CL9] gets its arguments and the time, and its result is the exit code", async () => {
    const given: unknown[] = [];
    const before = Date.now();
    expect(await ended((...all) => given.push(...all) * 0 + 1)).toBe(1);
    expect(await ended(async () => 0)).toBe(0);
    expect(given).toEqual([["--from", "a"], expect.any(Number)]);
    expect(given[1]).toBeGreaterThanOrEqual(before);
    expect(err).toEqual([]);
  });

  it("[CL7] wrong usage is printed, with exit code 2", async () => {
    const usage = () => {
      throw new UsageError("Write --to.");
    };
    expect([await ended(usage), err]).toEqual([2, ["Write --to.\n"]]);
    // What `parseArgs` throws.
    const unknown = () => {
      throw Object.assign(new TypeError("Unknown option"), { code: "ERR_PARSE_ARGS_UNKNOWN_OPTION" });
    };
    expect(await ended(unknown)).toBe(2);
    expect(err[1]).toBe("Unknown option\nRun the command with --help for its options.\n");
  });

  it("[FC4] what Twilio or the settings cause is a line and an exit code; a bug keeps its own error", async () => {
    expect(await reported(() => Promise.reject(new DeployFailure("usage", "Say more.")))).toBe(2);
    expect(await reported(async () => undefined)).toBe(0);
    expect(err).toEqual(["Say more. (usage)\n"]);
    const bug = new RangeError("a bug");
    await expect(reported(() => Promise.reject(bug))).rejects.toBe(bug);
  });

  it("[CL10] ends quietly when the reader of its output has enough", async () => {
    const listeners: ((error: Error) => void)[] = [];
    for (const stream of [process.stdout, process.stderr])
      jest.spyOn(stream, "on").mockImplementation((name: string, listener) => {
        if (name === "error") listeners.push(listener);
        return stream;
      });
    const exit = jest.spyOn(process, "exit").mockReturnValue(undefined as never);
    await ended(() => 0);
    expect(listeners).toHaveLength(2);
    listeners[0]?.(Object.assign(new Error("pipe"), { code: "EPIPE" }));
    expect(exit).toHaveBeenCalledTimes(1);
    expect(() => listeners[1]?.(new Error("disk full"))).toThrow("disk full");
    expect(exit).toHaveBeenCalledTimes(1);
  });
});
