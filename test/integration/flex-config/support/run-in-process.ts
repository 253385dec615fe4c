/** Serves deployed functions in this process: starting Twilio's runtime takes longer than most deploys. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import type { RunBuild } from "../../../stand-in/deploy/serverless/running";
import { type Instance, startInstance } from "../../functions/support/instance";

const SNAPSHOT = "/catalogue.json";

export const runInProcess: RunBuild = async ({ build, env, twilioUrl }) => {
  const folder = await mkdtemp(join(tmpdir(), "schedule-served-"));
  for (const { path, content } of build.versions.filter(({ kind }) => kind === "function")) {
    const file = join(folder, "functions", `${path}.js`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  const snapshot = build.versions.find(({ path }) => path === SNAPSHOT)?.content.toString();
  const instances = new Map<string, Instance>();
  const instanceOf = (name: string): Instance => {
    const known = instances.get(name);
    if (known !== undefined) return known;
    const made = startInstance({
      folder,
      name,
      twilioUrl,
      env,
      ...(snapshot === undefined ? {} : { snapshot }),
    });
    instances.set(name, made);
    return made;
  };
  const answer = async (request: IncomingMessage) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const form = new URLSearchParams(await text(request));
    const event = { ...Object.fromEntries(searchParams), ...Object.fromEntries(form) };
    return instanceOf(pathname.slice(1)).call({
      request: { headers: request.headers, cookies: {} },
      ...event,
    });
  };
  const server = createServer((request, response) => {
    answer(request).then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(JSON.stringify(body)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await rm(folder, { recursive: true, force: true });
    },
  };
};
