/**
 * One function instance in a process of its own, over HTTP: `admin/publish`, `admin/list` and `sync-token` as they are
 * built. With the field `kill-after` N a publish ends with SIGKILL when Sync has done its request number N and
 * before the function hears the answer; with `freeze-after` it holds
 * still at that request for so long that others take it for dead, and goes on. Says its port and when it is frozen on the standard output; ends when its parent does.
 */
import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { startInstance } from "../integration/functions/support/instance";
import type { Instance } from "../integration/functions/support/instance";
import { holdUntil, killAtAnswer, onSyncRequest } from "../integration/functions/support/sync-requests";

const [folder = "", twilioUrl = ""] = process.argv.slice(2);
/** Not of the API: for the simulation only. */
const KILL_AFTER = "kill-after";
const FREEZE_AFTER = "freeze-after";
const NAMES = ["admin/publish", "admin/list", "sync-token"];

/** ms that a frozen function is away. */
const FROZEN = 2000;

let killAfter = Infinity;
let freezeAfter = Infinity;
/** Nothing leaves the process before. */
let thawed = Promise.resolve();
onSyncRequest((request) => {
  killAfter -= 1;
  freezeAfter -= 1;
  if (freezeAfter === -1) {
    process.stdout.write("frozen\n");
    thawed = new Promise((done) => setTimeout(done, FROZEN));
  }
  holdUntil(request, thawed);
  if (killAfter < 0) killAtAnswer(request);
});
const instances = new Map<string, Instance>(
  NAMES.map((name) => [name, startInstance({ folder, name, twilioUrl })]),
);

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

const server = createServer((request, response) => {
  const instance = instances.get((request.url ?? "/").slice(1));
  void bodyOf(request)
    .then((text) => {
      const {
        [KILL_AFTER]: kill,
        [FREEZE_AFTER]: freeze,
        ...event
      } = Object.fromEntries(new URLSearchParams(text));
      if (kill !== undefined) killAfter = Number(kill);
      if (freeze !== undefined) freezeAfter = Number(freeze);
      return instance?.call(event);
    })
    .then((answer) => {
      killAfter = Infinity;
      freezeAfter = Infinity;
      response.writeHead(answer?.status ?? 404, { "Content-Type": "application/json" });
      response.end(JSON.stringify(answer?.body ?? {}));
    });
});
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
