/** Twilio's own local runtime with our bundles, in a process of its own. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildFunctions } from "../../../../functions/build";
import { ACCOUNT_SID, API_KEY, API_SECRET, AUTH_TOKEN, SYNC_SERVICE_SID } from "../../../stand-in/dev-values";

const ROOT = resolve(__dirname, "../../../..");
const RUNNER = join(ROOT, "node_modules/twilio-run/bin/twilio-run.js");
const READY = 60_000;

export type Environment = Readonly<Record<string, string>>;

export const environmentFor = (apiUrl: string, more: Environment = {}): Environment => ({
  ACCOUNT_SID,
  AUTH_TOKEN,
  API_KEY,
  API_SECRET,
  SYNC_SERVICE_SID,
  TWILIO_API_URL: apiUrl,
  ...more,
});

/** Bundles into a folder of its own, where `twilio` and the runtime are found. */
export async function buildInto(snapshot?: string): Promise<{ dir: string; remove: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), "schedule-functions-"));
  await buildFunctions({ outDir: join(dir, "dist"), ...(snapshot === undefined ? {} : { snapshot }) });
  await symlink(join(ROOT, "node_modules"), join(dir, "node_modules"));
  return { dir: join(dir, "dist"), remove: () => rm(dir, { recursive: true, force: true }) };
}

export interface Runtime {
  readonly url: string;
  /** What it printed: the log lines of the functions among others. */
  output(): string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Without a fork per request and without reloading: module state lives between calls, as it does at Twilio. */
export async function startRuntime(dir: string, environment: Environment): Promise<Runtime> {
  const port = await freePort();
  const env = join(dir, `.env-${port}`);
  await writeFile(
    env,
    Object.entries(environment)
      .map(([key, value]) => `${key}=${value}\n`)
      .join(""),
  );
  const args = [
    "start",
    dir,
    "--port",
    String(port),
    "--env",
    env,
    "--no-fork-process",
    "--no-live",
    "--no-logs",
  ];
  const child = spawn(process.execPath, [RUNNER, ...args], { cwd: dir, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const url = `http://localhost:${port}`;
  await ready(child, url, () => output);
  return { url, output: () => output, stop: () => stop(child) };
}

async function ready(child: ChildProcess, url: string, output: () => string): Promise<void> {
  const end = Date.now() + READY;
  while (Date.now() < end && child.exitCode === null) {
    const answered = await fetch(`${url}/none`).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  await stop(child);
  throw new Error(`the runtime did not start: ${output()}`);
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once("exit", () => done());
    child.kill("SIGKILL");
  });
}
