import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { twilioClient } from "../../stand-in/first-data";
import {
  ACCOUNT_SID,
  API_KEY,
  API_SECRET,
  AUTH_TOKEN,
  PERSONS,
  SYNC_SERVICE_SID,
} from "../../stand-in/dev-account";
import { addressAfter, isRunning, start, type Started } from "./process";

jest.setTimeout(180_000);

const READY = "Press Ctrl-C to stop.";
const running: Started[] = [];
const begin = (...given: Parameters<typeof start>): Started => {
  const started = start(...given);
  running.push(started);
  return started;
};

afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill("SIGKILL");
    await ended;
  }
});

const check = async (output: string): Promise<unknown> => {
  const response = await fetch(`${addressAfter(output, "Functions")}/check-schedule?name=Example`);
  return response.json();
};

/** A server on another port, like another program. */
async function occupied(): Promise<{ port: number; free: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    free: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

describe("npm start", () => {
  it("[ST10] prints one block with every address and value, all of which work; SIGTERM stops everything", async () => {
    const { child, until, output, errors, ended } = begin();
    await until(READY);
    const text = output();
    for (const { name } of PERSONS) {
      const page = await fetch(
        /http:\S+\?as=\w+/.exec(text.slice(text.indexOf(`?as=${name}`) - 40))?.[0] ?? "",
      );
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("/stand-in/boot.js")]);
    }
    for (const value of [ACCOUNT_SID, AUTH_TOKEN, API_KEY, API_SECRET, SYNC_SERVICE_SID])
      expect(text).toContain(value);
    expect(await check(text)).toEqual({
      isOpen: expect.any(Boolean) as boolean,
      closedReason: expect.any(String) as string,
    });
    const twilioUrl = addressAfter(text, "Stand-in for Twilio");
    const maps = await twilioClient(twilioUrl).sync.v1.services(SYNC_SERVICE_SID).syncMaps.list();
    expect(maps.map((map) => map.uniqueName)).toEqual(
      expect.arrayContaining(["schedules-0-of-8", "rules-7-of-8", "presence"]),
    );

    child.kill("SIGTERM");
    expect([await ended, errors()]).toEqual([0, ""]);
    await expect(check(text)).rejects.toThrow("fetch failed");
    await expect(fetch(twilioUrl)).rejects.toThrow("fetch failed");
  });

  it("[ST11] a taken port is refused in one sentence with its number and variable, and nothing keeps running", async () => {
    const { port, free } = await occupied();
    for (const variable of ["PORT_FLEX", "PORT_FUNCTIONS", "PORT_TWILIO"]) {
      const ports = { PORT_FLEX: "0", PORT_FUNCTIONS: "0", PORT_TWILIO: "0", [variable]: String(port) };
      const { ended, output, errors } = begin([], ports);
      expect(await ended).toBe(1);
      expect(errors().trim()).toBe(
        `Port ${port} is taken by another program. Stop it, or set ${variable} to another port (0 picks a free one).`,
      );
      expect(output()).toBe("");
    }
    await free();
  });

  it("[ST12] --data keeps Sync's state over a restart", async () => {
    const folder = await mkdtemp(join(tmpdir(), "schedule-manager-"));
    const file = join(folder, "sync.json");
    const first = begin(["--data", file]);
    await first.until(READY);
    const client = twilioClient(addressAfter(first.output(), "Stand-in for Twilio"));
    const maps = await client.sync.v1.services(SYNC_SERVICE_SID).syncMaps.list();
    const map = client.sync.v1.services(SYNC_SERVICE_SID).syncMaps("presence");
    await map.syncMapItems.create({ key: "s:kept", data: { beat: 1 } });
    // As Ctrl-C arrives under npm: from the terminal, and again from npm.
    first.child.kill("SIGINT");
    first.child.kill("SIGINT");
    expect(await first.ended).toBe(0);
    expect(await readFile(file, "utf8")).toContain("s:kept");

    const second = begin(["--data", file]);
    await second.until(READY);
    const again = twilioClient(addressAfter(second.output(), "Stand-in for Twilio"));
    const after = await again.sync.v1.services(SYNC_SERVICE_SID).syncMaps.list();
    expect(after.map(({ sid }) => sid).sort()).toEqual(maps.map(({ sid }) => sid).sort());
    const item = await again.sync.v1
      .services(SYNC_SERVICE_SID)
      .syncMaps("presence")
      .syncMapItems("s:kept")
      .fetch();
    expect(item.data).toEqual({ beat: 1 });
    await rm(folder, { recursive: true });
  });

  it("[ST13] --empty starts without the example", async () => {
    const { until, output } = begin(["--empty"]);
    await until(READY);
    const response = await fetch(`${addressAfter(output(), "Functions")}/check-schedule?name=Example`);
    expect(response.status).toBe(404);
  });

  it("[ST14] the functions' process ends with its parent, whatever ends that", async () => {
    const { child, until, output, ended } = begin();
    await until(READY);
    const url = addressAfter(output(), "Functions");
    expect((await fetch(`${url}/health`)).status).toBeLessThan(500);
    child.kill("SIGKILL");
    expect(await ended).toBe("SIGKILL");
    expect(isRunning(child.pid ?? 0)).toBe(false);
    for (;;) {
      const gone = await fetch(`${url}/health`).then(
        () => false,
        () => true,
      );
      if (gone) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });

  it("[ST15] prints its usage, and refuses unknown options with a clear message", async () => {
    const help = begin(["--help"]);
    expect(await help.ended).toBe(0);
    for (const word of ["--data FILE", "--empty", "--watch", "PORT_FLEX", "PORT_FUNCTIONS", "PORT_TWILIO"]) {
      expect(help.output()).toContain(word);
    }
    const wrong = begin(["--dtaa", "x"]);
    expect(await wrong.ended).toBe(1);
    expect(wrong.errors()).toContain("Unknown option '--dtaa'");
    expect(wrong.errors()).not.toMatch(/\n {4}at /);
  });
});
