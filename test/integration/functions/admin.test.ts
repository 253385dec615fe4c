import type { ListAnswer, PublishAnswer, SyncTokenAnswer } from "@schedule-manager/shared/api/api";
import { type ItemRef, PRESENCE } from "@schedule-manager/shared/sync/layout";
import { SyncClient } from "twilio-sync";
import { SYNC_SERVICE_SID } from "../../stand-in/dev-account";
import { served } from "./support/served";
import { EXAMPLE } from "./support/world";

jest.setTimeout(120_000);

const functions = served();

const list = async (person = "ada") =>
  (await functions.call.form("admin/list", { Token: `flex-token-${person}` })).body as unknown as ListAnswer;

async function changeOf(id: string, more: object) {
  const found = (await list()).data.schedules.find((schedule) => schedule.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  const { id: _id, revision, status: _status, ...value } = found;
  return { kind: "schedule", id, base: { revision, value }, value: { ...value, ...more } };
}

let publishes = 0;
const publishId = () => `publish-test-${(publishes += 1)}`;

describe("admin/list", () => {
  it("[FN30] answers every signed-in user with all rules and schedules, their revisions and status, and the server's time", async () => {
    const answer = await list("sam");
    expect(answer.data.rules.map(({ id }) => id).sort()).toEqual(EXAMPLE.rules.map(({ id }) => id).sort());
    expect(answer.data.schedules.find(({ id }) => id === "shut-1")).toMatchObject({
      name: "Shut",
      revision: "0",
      status: { isOpen: false, closedReason: "manual" },
    });
    expect(answer).toMatchObject({
      version: expect.stringMatching(/^\d+$/) as string,
      versionIsDeployed: true,
    });
    expect(Math.abs(answer.now - Date.now())).toBeLessThan(60_000);
  });
});

describe("admin/release-locks", () => {
  const locks = () =>
    functions.world.client.sync.v1.services(SYNC_SERVICE_SID).syncMaps(PRESENCE).syncMapItems;
  const identityOf = async (person: string): Promise<string> => {
    const { body } = await functions.call.form("sync-token", { Token: `flex-token-${person}` });
    return (body as unknown as SyncTokenAnswer).identity;
  };
  const lock = async (key: ItemRef, lockId: string, person: string): Promise<void> => {
    const data = {
      lockId,
      by: { identity: await identityOf(person) },
      since: "2026-11-27T10:00:00Z",
      beat: 3,
    };
    await locks().create({ key, data, ttl: 180 });
  };
  const release = (person: string, request: object) =>
    functions.call.form("admin/release-locks", {
      Token: `flex-token-${person}`,
      locks: JSON.stringify(request),
    });
  const left = async () => (await locks().list()).map(({ key }) => key).sort();
  afterEach(async () => {
    for (const { key } of await locks().list())
      await functions.world.client.sync.v1
        .services(SYNC_SERVICE_SID)
        .syncMaps(PRESENCE)
        .syncMapItems(key)
        .remove();
  });

  it("[FN75] removes the locks of the page that ends, and none of another page or person", async () => {
    await lock("s:example-1", "page-a", "ada");
    await lock("r:always-1", "page-a", "ada");
    await lock("s:hours-1", "page-b", "ada");
    await lock("s:shut-1", "page-a", "bo");
    const items = ["s:example-1", "r:always-1", "s:hours-1", "s:shut-1", "s:unlocked-1"];
    const answer = await release("ada", { lockId: "page-a", items });
    expect(answer).toMatchObject({ status: 200, body: { released: ["s:example-1", "r:always-1"] } });
    expect(await left()).toEqual(["s:hours-1", "s:shut-1"]);
  });

  it("[FN75] repeats for a lock that is written at the same moment", async () => {
    await lock("s:example-1", "page-a", "ada");
    functions.world.standIn.faults.add({
      match: { transport: "http", path: "/Maps/presence", method: "DELETE" },
      action: { do: "answer", status: 412, code: 54103 },
      times: 1,
    });
    const answer = await release("ada", { lockId: "page-a", items: ["s:example-1"] });
    expect(answer.body.released).toEqual(["s:example-1"]);
  });

  it.each([
    ["no items", { lockId: "page-a" }],
    ["an item that is none", { lockId: "page-a", items: ["s:a/b"] }],
    ["too many items", { lockId: "page-a", items: Array.from({ length: 33 }, (_, n) => `s:a-${n}`) }],
    ["no page", { lockId: "", items: [] }],
  ])("[FN75] refuses %s", async (_, request) => {
    expect((await release("ada", request)).status).toBe(400);
  });
});

describe("admin/publish", () => {
  it("[FN31] publishes through the twilio library, and check-schedule answers accordingly within the freshness bound", async () => {
    await functions.call.get("check-schedule", { name: "Example" });
    const answer = await functions.call.publish("ada", {
      id: publishId(),
      changes: [await changeOf("example-1", { manualClose: true })],
    });
    expect(answer.status).toBe(200);
    expect(answer.body as unknown as PublishAnswer).toMatchObject({
      skipped: [],
      items: [{ kind: "schedule", id: "example-1", revision: "1", value: { manualClose: true } }],
    });
    // FN11 holds the freshness bound itself, on a clock of its own.
    let body: Record<string, unknown> = {};
    for (let asked = 0; asked < 400 && body.closedReason !== "manual"; asked += 1) {
      ({ body } = await functions.call.get("check-schedule", { name: "Example" }));
      await new Promise((done) => setTimeout(done, 50));
    }
    expect(body).toEqual({ isOpen: false, closedReason: "manual" });
    await functions.call.publish("bo", {
      id: publishId(),
      changes: [await changeOf("example-1", { manualClose: false })],
    });
  });

  it("[FN31] accepts a JSON body as well", async () => {
    const publish = { id: publishId(), changes: [await changeOf("example-1", { group: "support" })] };
    expect(await functions.call.json("admin/publish", { Token: "flex-token-ada", publish })).toMatchObject({
      status: 200,
    });
  });

  it("[FN32] answers a conflict with 409 and the current items", async () => {
    const stale = await changeOf("example-1", { group: "one" });
    await functions.call.publish("bo", {
      id: publishId(),
      changes: [await changeOf("example-1", { group: "two" })],
    });
    const answer = await functions.call.publish("ada", { id: publishId(), changes: [stale] });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      error: {
        code: "publish-conflict",
        message: expect.stringContaining("publish again on their revisions") as string,
      },
      items: [{ kind: "schedule", id: "example-1", value: { group: "two" } }],
      now: expect.any(Number) as number,
    });
  });

  it("[FN32] answers a refusal with 400 and the problem of each item", async () => {
    const answer = await functions.call.publish("ada", {
      id: publishId(),
      changes: [await changeOf("example-1", { name: "Hours" })],
    });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      error: { code: "name-taken" },
      problems: [{ kind: "schedule", id: "example-1", code: "name-taken" }],
    });
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["no JSON", "{"],
    ["a list", []],
    ["no id", { changes: [] }],
    ["a short id", { id: "a", changes: [] }],
    ["no changes", { id: "publish-bad-1", changes: [] }],
    ["a change without base", { id: "publish-bad-1", changes: [{ kind: "rule", id: "a", value: null }] }],
    [
      "a change without base and value",
      { id: "publish-bad-1", changes: [{ kind: "rule", id: "a", base: null, value: null }] },
    ],
    ["another kind", { id: "publish-bad-1", changes: [{ kind: "lock", id: "a", base: null, value: {} }] }],
    [
      "a key that escapes its path",
      { id: "publish-bad-1", changes: [{ kind: "rule", id: "../../Documents/head", base: null, value: {} }] },
    ],
    [
      "a key with a query",
      { id: "publish-bad-1", changes: [{ kind: "rule", id: "a?b", base: null, value: {} }] },
    ],
    [
      "an item twice",
      {
        id: "publish-bad-1",
        changes: Array(2).fill({ kind: "rule", id: "a", base: null, value: { name: "A", isOpen: true } }),
      },
    ],
    [
      "a value that is no rule",
      {
        id: "publish-bad-1",
        changes: [{ kind: "rule", id: "a", base: null, value: { name: 5, isOpen: true } }],
      },
    ],
    ["a version that is no text", { id: "publish-bad-1", version: 1, changes: [{}] }],
  ])("[FN33] refuses %s and writes nothing", async (_, publish) => {
    functions.world.standIn.sync.limits.resetCounters();
    const answer = await functions.call.form("admin/publish", {
      Token: "flex-token-ada",
      ...(publish === undefined
        ? {}
        : { publish: typeof publish === "string" ? publish : JSON.stringify(publish) }),
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({
      code: expect.stringMatching(/^(request|item)-invalid$/) as string,
    });
    expect(Object.values(functions.world.standIn.countersByName()).some(({ writes }) => writes > 0)).toBe(
      false,
    );
  });

  it("[FN33] refuses more changes than one publish allows", async () => {
    const changes = Array.from({ length: 201 }, (_, index) => ({
      kind: "rule",
      id: `r-${index}`,
      base: null,
      value: { name: "R", isOpen: true },
    }));
    expect(await functions.call.publish("ada", { id: publishId(), changes })).toMatchObject({ status: 413 });
  });

  it("[FN34] no name in a body reaches a prototype", async () => {
    const change = await changeOf("example-1", { group: "clean" });
    const text = JSON.stringify({ id: publishId(), changes: [change] }).replace(
      '"group":"clean"',
      '"group":"clean","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}',
    );
    const answer = await functions.call.json(
      "admin/publish",
      `{"Token":"flex-token-ada","__proto__":{"polluted":true},"publish":${text}}`,
    );
    expect(answer.status).toBe(200);
    expect(JSON.stringify(await functions.world.item("schedule", "example-1"))).not.toMatch(
      /polluted|__proto__/,
    );
    const list_ = await functions.call.form(
      "admin/list",
      "Token=flex-token-ada&__proto__[polluted]=true&constructor[prototype][polluted]=true",
    );
    expect(list_.text).not.toMatch(/polluted/);
    expect(await functions.call.get("check-schedule", "name=Example&__proto__=x")).toMatchObject({
      status: 200,
    });
  });
});

describe("sync-token", () => {
  const tokenOf = async (person: string) =>
    (await functions.call.form("sync-token", { Token: `flex-token-${person}` }))
      .body as unknown as SyncTokenAnswer;

  it("[FN35] returns the person's permission and a token that Sync accepts", async () => {
    const answer = await tokenOf("ada");
    expect(answer).toMatchObject({
      serviceSid: SYNC_SERVICE_SID,
      shards: 8,
      right: "edit",
      identity: "ada_40example_2Ecom",
    });
    expect(await tokenOf("sam")).toMatchObject({ right: "read" });
    expect(await tokenOf("sue")).toMatchObject({ right: "view" });
    const payload = JSON.parse(Buffer.from(answer.token.split(".")[1] ?? "", "base64url").toString()) as {
      exp: number;
      iat: number;
    };
    expect(payload.exp - payload.iat).toBe(answer.ttl);
    const client = new SyncClient(answer.token, { twilsock: { uri: functions.world.standIn.twilsockUrl } });
    const lock = await client.document({ id: "head", mode: "open_existing" });
    expect(lock.data).toMatchObject({ shards: 8 });
    await client.shutdown();
  });
});
