/**
 * Runs the built functions in Twilio's own local runtime, `twilio-run` with `@twilio/runtime-handler`, in a separate
 * process, behind the gateway. The runtime does not fork for each request, so a module's state survives between calls
 * as it does at Twilio.
 */
import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ACCOUNT_SID, API_KEY, API_SECRET, AUTH_TOKEN, SYNC_SERVICE_SID } from "./dev-account";
import { startGateway } from "./functions-gateway";
import { freePort } from "./ports";
import { UserError } from "./user-error";

const READY_MS = 60_000;
const STOP_MS = 3_000;
/** Settings of the functions that the environment may set. */
const PASSED_ON = [
  "EDITOR_ROLES",
  "TOGGLE_ROLES",
  "VIEWER_ROLES",
  "FAIL_CLOSED",
  "NODE_EXTRA_CA_CERTS",
  "PATH",
  "HOME",
  "TMPDIR",
];

export interface FunctionsOptions {
  /** The output of `functions/build.ts`, with `functions` and `assets`. */
  readonly folder: string;
  /** 0: any free port. */
  readonly port: number;
  /** The address of Twilio, for example `http://localhost:3002`. */
  readonly twilioUrl: string;
  /** Additional or overriding variables of the functions' environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** The longest run of a function, ms. Default: as at Twilio. */
  readonly functionMs?: number;
  /** Receives the lines that the functions write. */
  readonly onLine?: (line: string) => void;
}

export interface FunctionsRuntime {
  /** `http://localhost:…`, without a trailing `/`. */
  readonly url: string;
  readonly port: number;
  readonly pid: number | undefined;
  /** Settles when the process ends unexpectedly. */
  readonly ended: Promise<never>;
  stop(): Promise<void>;
}

export async function startFunctions(options: FunctionsOptions): Promise<FunctionsRuntime> {
  const port = options.port === 0 ? await freePort() : options.port;
  const passed = PASSED_ON.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const env: NodeJS.ProcessEnv = {
    ...Object.fromEntries(passed),
    ACCOUNT_SID,
    AUTH_TOKEN,
    API_KEY,
    API_SECRET,
    SYNC_SERVICE_SID,
    TWILIO_API_URL: options.twilioUrl,
    ...options.env,
  };
  const child = fork(require.resolve("twilio-run/bin/twilio-run.js"), argumentsFor(port), {
    cwd: options.folder,
    env,
    execArgv: ["--import", pathToFileURL(join(__dirname, "functions-preload.mjs")).href],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const output = gather(child, options.onLine);
  let stopping = false;
  let closeGateway = (): Promise<void> => Promise.resolve();
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async (): Promise<void> => {
    stopping = true;
    await closeGateway();
    if (child.connected) child.disconnect();
    const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
    if (child.exitCode === null && child.signalCode === null) await exited;
    clearTimeout(timer);
  };
  try {
    const runtimePort = await listening(child, output.lines);
    closeGateway = await startGateway({
      folder: options.folder,
      port,
      runtimePort,
      authToken: env["AUTH_TOKEN"] ?? "",
      ...(options.functionMs === undefined ? {} : { functionMs: options.functionMs }),
    });
  } catch (error) {
    await stop();
    throw error;
  }
  output.ready();
  const ended = new Promise<never>((_resolve, reject) => {
    void exited.then(() => {
      if (!stopping)
        reject(new UserError(`The functions' process ended by itself.\n${output.lines.join("\n")}`));
    });
  });
  ended.catch(() => undefined);
  return { url: `http://localhost:${port}`, port, pid: child.pid, ended, stop };
}

/** The functions see this port as their own; the runtime chooses the port on which it listens. */
const argumentsFor = (port: number): string[] => [
  "start",
  "--functions-folder=functions",
  "--assets-folder=assets",
  `--port=${port}`,
  "--load-local-env",
  "--no-fork-process",
  // Otherwise the runtime loads every module again for each request, and no state survives.
  "--no-live",
  "--no-logs",
  "--no-detailed-logs",
];

const KEPT_LINES = 20;

/** Keeps the last lines for an error message, and passes lines on once the runtime is ready. */
function gather(child: ChildProcess, onLine: (line: string) => void = () => undefined) {
  const lines: string[] = [];
  let ready = false;
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      const parts = (rest + chunk).split("\n");
      rest = parts.pop() ?? "";
      for (const line of parts) {
        lines.push(line);
        if (lines.length > KEPT_LINES) lines.shift();
        if (ready) onLine(line);
      }
    });
  }
  return { lines, ready: () => (ready = true) };
}

/** @returns the port that the runtime chose */
function listening(child: ChildProcess, lines: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      clearTimeout(timer);
      reject(
        new UserError(`The functions did not start: ${why}.${lines.map((line) => `\n  ${line}`).join("")}`),
      );
    };
    const timer = setTimeout(() => fail(`they were not ready after ${READY_MS / 1000} seconds`), READY_MS);
    child.on("message", (message: { listening?: number; failed?: string }) => {
      if (message.failed !== undefined) fail(message.failed);
      else if (message.listening !== undefined) {
        clearTimeout(timer);
        resolve(message.listening);
      }
    });
    child.once("error", (error) => fail(error.message));
    child.once("exit", (code) => fail(`their process ended with code ${code}`));
  });
}
