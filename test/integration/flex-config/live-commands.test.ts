/** fetch-config and publish-config as processes, through the real libraries and a proxy that records addresses. */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { settingsFrom } from "@schedule-manager/flex-config/deploy/settings";
import { publishByAccount } from "@schedule-manager/flex-config/live/publish-by-account";
import { readLive } from "@schedule-manager/flex-config/live/read-live";
import { DEPLOY } from "@schedule-manager/shared/sync/actors";
import { PUBLISHES } from "@schedule-manager/shared/sync/layout";
import { ACCOUNT_SID, AUTH_TOKEN, PERSONS, SYNC_SERVICE_SID } from "../../stand-in/dev-account";
import { bundledCommand } from "./support/bundled-command";
import { must, type Rehearsal, rehearse, ROOT } from "./support/rehearsal";

jest.setTimeout(120_000);

interface Saved {
  readonly rules: { id: string; name: string }[];
  readonly schedules: { id: string }[];
}

const folder = mkdtempSync(join(tmpdir(), "live-commands-"));
const SAVED = join(folder, "saved.json");
const FLEX_TOKEN = PERSONS[0]?.token ?? "";
let rehearsal: Rehearsal;
let proxy: Server;
let to = "";
const addresses: string[] = [];
const authorizations: string[] = [];

const scripts = { "fetch-config": "", "publish-config": "" };

beforeAll(async () => {
  for (const name of ["fetch-config", "publish-config"] as const)
    scripts[name] = await bundledCommand(`flex-config/src/cli/${name}.ts`);
  rehearsal = await rehearse();
  must(await rehearsal.run("sync", "key", "functions", "--seed", `${ROOT}/flex-config/examples/us.json`));
  const { port } = new URL(rehearsal.standIn.url);
  proxy = createServer((from, answer) => {
    addresses.push(from.url ?? "");
    authorizations.push(from.headers.authorization ?? "");
    const { method, url: path, headers } = from;
    const onwards = request({ host: "127.0.0.1", port, method, path, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    onwards.on("error", () => answer.destroy());
    from.pipe(onwards);
  });
  await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
  to = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});
afterAll(async () => {
  proxy.closeAllConnections();
  proxy.close();
  await rehearsal.stop();
  for (const script of Object.values(scripts)) rmSync(script);
  rmSync(folder, { recursive: true });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function command(
  name: keyof typeof scripts,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Ended> {
  const all = [scripts[name], ...args, "--env", "/dev/null"];
  const env = { ...process.env, ACCOUNT_SID, AUTH_TOKEN, FLEX_TOKEN, ...environment };
  const child = spawn(process.execPath, all, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (out += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (err += chunk));
  return new Promise((done) => child.once("close", (code) => done({ code, out, err })));
}
const fetchConfig = (...args: string[]) => command("fetch-config", ["--to", to, ...args]);
const publishConfig = (...args: string[]) => command("publish-config", ["--to", to, ...args]);

async function live() {
  const read = await readLive({ client: rehearsal.client, serviceSid: SYNC_SERVICE_SID });
  if (!read.ok) throw new Error(read.reason);
  return read.live;
}
/** The authors of the last publishes, the latest last. */
async function lastAuthors(count: number): Promise<unknown[]> {
  const journal = rehearsal.client.sync.v1.services(SYNC_SERVICE_SID).syncMaps(PUBLISHES).syncMapItems;
  const items = await journal.list({ order: "asc", pageSize: 100 });
  return items.slice(-count).map(({ data }) => (data as { by: unknown }).by);
}
const saved = (): Saved => JSON.parse(readFileSync(SAVED, "utf8")) as Saved;

describe("commands on a live account", () => {
  it("[FC1] a saved configuration has no changes to publish", async () => {
    const fetched = await fetchConfig("--out", SAVED);
    expect([fetched.code, fetched.err]).toEqual([0, ""]);
    const { items } = await live();
    const { rules, schedules } = saved();
    expect([...rules, ...schedules].toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      items.map(({ id, data }) => ({ id, ...(data as object) })).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    );
    const same = await publishConfig("--from", SAVED);
    expect([same.code, same.out]).toEqual([0, expect.stringContaining("is already published")]);
  });

  it.each(["fetch-config", "publish-config"] as const)(
    "[CL10] %s prints its usage, and sends no request",
    async (name) => {
      const asked = addresses.length;
      const { code, out, err } = await command(name, ["--to", to, "--help"]);
      expect([code, out, err]).toEqual([0, expect.stringContaining(`${name} -- --`), ""]);
      expect(addresses).toHaveLength(asked);
    },
  );

  it("[FC2] the changes of a file are published, and only printed in a dry run", async () => {
    await fetchConfig("--out", SAVED);
    const { generation } = await live();
    const { rules } = saved();
    const [first] = rules;
    if (first === undefined) throw new Error("no rule");
    const changed = join(folder, "changed.json");
    const renamed = rules.map((rule) => (rule === first ? { ...rule, name: "Another name" } : rule));
    writeFileSync(changed, JSON.stringify({ ...saved(), rules: renamed }));
    const told = await publishConfig("--from", changed, "--dry-run");
    expect([told.code, told.out]).toEqual([0, `change the rule "Another name" (${first.id})\n`]);
    expect((await live()).generation).toBe(generation);
    const done = await publishConfig("--from", changed);
    expect([done.code, done.out]).toEqual([0, expect.stringContaining("Published 1 of 1 changes")]);
    expect((await live()).items.find(({ id }) => id === first.id)?.data).toMatchObject({
      name: "Another name",
    });
    expect(addresses.filter((address) => address.includes("admin/publish"))).toHaveLength(1);
  });

  it("[FC6] the deploy's credentials publish by the same checks, and the history has the deploy's name", async () => {
    await fetchConfig("--out", SAVED);
    const [first] = saved().rules;
    if (first === undefined) throw new Error("no rule");
    const change = (name: string): string => {
      const file = join(folder, "deployed.json");
      const rules = saved().rules.map((rule) => (rule.id === first.id ? { ...rule, name } : rule));
      writeFileSync(file, JSON.stringify({ ...saved(), rules }));
      return file;
    };
    const deploy = (...args: string[]) =>
      command("publish-config", ["--to", to, ...args], { FLEX_TOKEN: "" });
    const asked = addresses.length;
    const dry = await deploy("--from", change("By deploy"), "--dry-run");
    expect([dry.code, dry.out]).toEqual([0, `change the rule "By deploy" (${first.id})\n`]);
    const named = await deploy("--from", change("By deploy"), "--name", "Release 42");
    expect([named.code, named.out]).toEqual([0, expect.stringContaining("Published 1 of 1 changes")]);
    const plain = await deploy("--from", change("By deploy again"));
    expect(plain.code).toBe(0);
    expect((await live()).items.find(({ id }) => id === first.id)?.data).toMatchObject({
      name: "By deploy again",
    });
    expect(await lastAuthors(2)).toEqual([
      { identity: "deploy", name: "Release 42" },
      { identity: "deploy", name: "Deploy" },
    ]);
    expect(addresses.slice(asked).filter((address) => address.includes("/admin/"))).toEqual([]);
  });

  it("[FC6] the functions' checks refuse a deploy's publish too", async () => {
    const publisher = publishByAccount(
      { settings: settingsFrom({ ACCOUNT_SID, AUTH_TOKEN }), to },
      SYNC_SERVICE_SID,
      DEPLOY,
    );
    const listed = await publisher.list();
    if (!listed.ok) throw new Error(listed.failure.message);
    const [first] = listed.answer.schedules;
    if (first === undefined) throw new Error("no schedule");
    const { id, ...value } = first.value;
    const base = { revision: first.revision, value };
    const publish = (more: object, from: object = base) =>
      publisher.publish({
        id: `test-${randomUUID()}`,
        changes: [{ kind: "schedule", id, base: { ...base, ...from }, value: { ...value, ...more } }],
      });
    const failure = (code: string) => ({ ok: false, failure: expect.objectContaining({ code }) as object });
    expect(await publish({ rules: ["none-1"] })).toEqual(failure("rule-missing"));
    expect(await publish({ name: "New" }, { revision: "99", value: { ...value, name: "Old" } })).toEqual(
      failure("publish-conflict"),
    );
    expect(await publish({ name: 7 })).toEqual(failure("item-invalid"));
  });

  it("[FC7] the usage and each refusal of a Flex token say how to get one", async () => {
    await fetchConfig("--out", SAVED);
    const help = await publishConfig("--help");
    const refused = await command("publish-config", ["--from", SAVED, "--to", to], { FLEX_TOKEN: "old" });
    const needs = await command("publish-config", ["--from", SAVED, "--functions", "https://f.example"], {
      FLEX_TOKEN: "",
    });
    expect([help.code, refused.code, needs.code]).toEqual([0, 1, 2]);
    for (const text of [help.out, refused.err, needs.err])
      expect(text).toContain("copy(Twilio.Flex.Manager.getInstance().user.token)");
    expect(refused.err).toContain("(token-invalid)");
  });

  it.each([
    ["a Flex token", ["--name", "Release 42"], { FLEX_TOKEN }, "names the user"],
    ["no visible character", ["--name", " "], { FLEX_TOKEN: "" }, "--name must be"],
    ["the identity of every deploy", ["--name", "deploy"], { FLEX_TOKEN: "" }, "--name must be"],
    ["too many characters", ["--name", "x".repeat(81)], { FLEX_TOKEN: "" }, "--name must be"],
  ])("[FC6] a name with %s is refused, and nothing is sent", async (_, args, environment, words) => {
    const asked = addresses.length;
    const ended = await command("publish-config", ["--from", SAVED, "--to", to, ...args], environment);
    expect([ended.code, ended.err]).toEqual([2, expect.stringContaining(words)]);
    expect(addresses).toHaveLength(asked);
  });

  it("[FC4] failures are reported in a line, with the exit code", async () => {
    await fetchConfig("--out", SAVED);
    const wrong = { AUTH_TOKEN: "99999999999999999999999999999999" };
    const nobody = ["--to", "http://localhost:1"];
    const insecure = ["--to", "http://example.com"];
    const cases = [
      [fetchConfig(), 2, "npm run fetch-config"],
      [fetchConfig("--out", SAVED, ...insecure), 2, "(usage)"],
      [fetchConfig("--out", SAVED, ...nobody), 1, "(twilio-unreachable)"],
      [fetchConfig("--out", join(folder, "none/saved.json")), 1, "Cannot write"],
      [command("fetch-config", ["--out", SAVED, "--to", to], wrong), 1, "credentials"],
      [publishConfig("--from", SAVED, ...insecure), 2, "(usage)"],
      [publishConfig("--from", SAVED, ...nobody), 1, "(twilio-unreachable)"],
      [publishConfig("--from", SAVED, "--functions", "http://localhost:1"), 1, "are unreachable"],
      [publishConfig("--from", join(folder, "none.json")), 2, "Cannot read"],
      [command("publish-config", ["--from", SAVED, "--to", to], wrong), 1, "credentials"],
      [command("publish-config", ["--from", SAVED, "--to", to], { FLEX_TOKEN: "wrong" }), 1, "token"],
      [command("publish-config", ["--from", SAVED], { FLEX_TOKEN: "", ACCOUNT_SID: "" }), 2, "ACCOUNT_SID"],
      [
        command("publish-config", ["--from", SAVED, "--to", to], { ...wrong, FLEX_TOKEN: "" }),
        1,
        "credentials",
      ],
    ] as const;
    for (const [ended, code, words] of cases) {
      const { code: got, err } = await ended;
      expect([got, err]).toEqual([code, expect.stringContaining(words)]);
      expect(err).not.toContain("    at ");
    }
  });

  it("[DP26] a Flex token is never sent unencrypted or to a redirect's target", async () => {
    await fetchConfig("--out", SAVED);
    const open = await publishConfig("--from", SAVED, "--functions", "http://example.com");
    expect([open.code, open.err]).toEqual([2, expect.stringContaining("--functions must use https")]);

    let reached = 0;
    const other = createServer((_from, answer) => {
      reached += 1;
      answer.end("{}");
    });
    const redirecting = createServer((_from, answer) => {
      const { port } = other.address() as AddressInfo;
      answer.writeHead(307, { location: `http://127.0.0.1:${port}/` }).end();
    });
    for (const server of [other, redirecting]) {
      await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    }
    const { port } = redirecting.address() as AddressInfo;
    const moved = await publishConfig("--from", SAVED, "--functions", `http://127.0.0.1:${port}`);
    for (const server of [other, redirecting]) server.close();
    expect([moved.code, reached]).toEqual([1, 0]);
    expect(moved.err).toContain("are unreachable");
  });

  it("[FC3] no address and no output contains a secret", async () => {
    addresses.length = 0;
    const fetched = await fetchConfig("--out", SAVED);
    const changed = join(folder, "closed.json");
    const { rules } = saved();
    writeFileSync(
      changed,
      JSON.stringify({ ...saved(), rules: rules.map((rule) => ({ ...rule, name: `${rule.name}!` })) }),
    );
    const done = await publishConfig("--from", changed);
    expect([fetched.code, done.code]).toEqual([0, 0]);
    const basic = Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString("base64");
    expect(authorizations).toContain(`Basic ${basic}`);
    for (const part of ["/Maps/", "/head", "admin/publish"]) {
      expect(addresses.some((address) => address.includes(part))).toBe(true);
    }
    const printed = [fetched, done].map(({ out, err }) => out + err);
    for (const secret of [AUTH_TOKEN, FLEX_TOKEN, basic]) {
      expect([...addresses, ...printed].filter((said) => said.includes(secret))).toEqual([]);
    }
  });
});
