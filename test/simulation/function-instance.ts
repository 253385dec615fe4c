import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../..");

export interface FunctionInstance {
  /** Its address; a killed instance is replaced first. */
  url(): Promise<string>;
  stop(): void;
}

/** An instance that is replaced after a kill, as at Twilio. */
export function functionInstance(
  folder: string,
  twilioUrl: string,
  on: { readonly killed: () => void; readonly frozen: () => void },
): FunctionInstance {
  let child: ChildProcess | null = null;
  let stopped = false;

  const start = (): Promise<string> =>
    new Promise((done, failed) => {
      const args = ["--import", "tsx", join(__dirname, "function-host.ts"), folder, twilioUrl];
      const process_ = spawn(process.execPath, args, { cwd: ROOT, stdio: ["pipe", "pipe", "inherit"] });
      child = process_;
      process_.stdout.on("data", (text: Buffer) => {
        for (const line of text.toString().trim().split("\n")) {
          if (line === "frozen") on.frozen();
          else done(`http://127.0.0.1:${line}`);
        }
      });
      process_.on("error", failed);
      process_.on("exit", (_, signal) => {
        if (stopped) return;
        if (signal === "SIGKILL") on.killed();
        failed(new Error("the function's process ended"));
        running = start();
        running.catch(() => undefined);
      });
    });
  let running = start();
  running.catch(() => undefined);

  return {
    url: () => running,
    stop() {
      stopped = true;
      child?.kill("SIGKILL");
    },
  };
}
