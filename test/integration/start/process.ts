/** `npm start` as a separate process, controlled by signals and observed by its output. */
import { type ChildProcess, spawn } from "node:child_process";
import { ROOT } from "../../stand-in/cache";

export interface Started {
  readonly child: ChildProcess;
  /** Its complete output. */
  readonly output: () => string;
  readonly errors: () => string;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string | null>;
  /** Resolves when the output contains this, `times` times (default: once). */
  readonly until: (words: string, times?: number) => Promise<void>;
}

const FREE = { PORT_FLEX: "0", PORT_FUNCTIONS: "0", PORT_TWILIO: "0" };

/**
 * @param root the repository, or a copy of it
 */
export function start(
  args: readonly string[] = [],
  ports: Readonly<Record<string, string>> = FREE,
  root = ROOT,
): Started {
  const child = spawn(process.execPath, ["--import", "tsx", "test/stand-in/main.ts", ...args], {
    cwd: root,
    env: { ...process.env, ...ports },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const text = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (text.out += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (text.err += chunk));
  const ended = new Promise<number | string | null>((resolve) => {
    child.once("close", (code, signal) => resolve(code ?? signal));
  });
  return {
    child,
    output: () => text.out,
    errors: () => text.err,
    ended,
    until: (words, times = 1) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (text.out.split(words).length > times) resolve();
        };
        child.stdout.on("data", look);
        void ended.then((code) =>
          reject(new Error(`ended with ${code} before "${words}":\n${text.out}${text.err}`)),
        );
        look();
      }),
  };
}

/** The first address in the block after this heading. */
export function addressAfter(output: string, words: string): string {
  const found = new RegExp(`${words}\\s+(http://\\S+)`).exec(output)?.[1];
  if (found === undefined) throw new Error(`no address after "${words}" in:\n${output}`);
  return found;
}

/** Whether a process still exists. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
