/**
 * One function instance in a separate process, over HTTP: the built `admin/publish`, `admin/list` and `sync-token`.
 * With the field `kill-after` N, a publish ends with SIGKILL after Sync has applied its request number N and before
 * the function receives the answer. With `freeze-after` N it pauses at that request until other publishers consider it
 * dead, and then continues. Prints its port and each freeze to standard output; ends with its parent.
 */
import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { startInstance } from "../integration/functions/support/instance";
import type { Instance } from "../integration/functions/support/instance";
import { holdUntil, killAtAnswer, onSyncRequest } from "../integration/functions/support/sync-requests";

const [folder = "", twilioUrl = ""] = process.argv.slice(2);
/** Fields for the simulation only, not part of the API. */
const KILL_AFTER = "kill-after";
const FREEZE_AFTER = "freeze-after";
const NAMES = ["admin/publish", "admin/list", "sync-token"];

/** The duration of a freeze, ms. */
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
