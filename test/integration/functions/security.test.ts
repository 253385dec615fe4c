import { randomUUID } from "node:crypto";
import {
  EDITOR,
  READER,
  VIEWER,
  historyName,
  mapName,
  changesName,
} from "@schedule-manager/shared/sync/layout";
import type { SyncTokenAnswer } from "@schedule-manager/shared/api/api";
import { SyncClient } from "twilio-sync";
import twilio from "twilio";
import { ACCOUNT_SID, API_SECRET, AUTH_TOKEN } from "../../stand-in/dev-account";
import { startInstance } from "./support/instance";
import type { Instance, InstanceAnswer } from "./support/instance";
import { served } from "./support/served";

jest.setTimeout(120_000);

const functions = served({
  limits: false,
  env: { EDITOR_ROLES: "admin, wfo.planner", TOGGLE_ROLES: "supervisor" },
});
const lines: string[] = [];

const instance = (name: string, env: Record<string, string> = {}): Instance =>
  startInstance({
    folder: functions.built.folder,
    name,
    twilioUrl: functions.world.standIn.url,
    env,
    onLine: (line) => lines.push(line),
  });

const ROUTES = ["admin/list", "admin/publish", "admin/release-locks", "sync-token"];
const error = ({ body }: { readonly body: Readonly<Record<string, unknown>> }) =>
  (body.error as { code?: string } | undefined)?.code;

const closing = (person: string) => async (manualClose: boolean) => {
  const token = person.startsWith("flex-token") ? person : `flex-token-${person}`;
  const list = await functions.call.form("admin/list", { Token: token });
  const found = (
    list.body.data as { schedules: { id: string; revision: string; status: unknown }[] }
  ).schedules.find(({ id }) => id === "example-1");
  const { id, revision, status: _status, ...value } = found ?? { id: "", revision: "", status: null };
  const changes = [{ kind: "schedule", id, base: { revision, value }, value: { ...value, manualClose } }];
  return functions.call.form("admin/publish", {
    Token: token,
    publish: JSON.stringify({ id: `publish-${randomUUID()}`, changes }),
  });
};

describe("authentication", () => {
  it.each(ROUTES)(
    "[FN50] %s: a missing, unknown, tampered or expired token is 403, without details",
    async (route) => {
      const good = functions.world.standIn.tokens.mint({ person: "ada" });
      const tokens: Record<string, Record<string, string>> = {
        missing: {},
        empty: { Token: "" },
        unknown: { Token: "flex-token-nobody" },
        tampered: { Token: `${good.slice(0, -1)}${good.endsWith("0") ? "1" : "0"}` },
        expired: {
          Token: functions.world.standIn.tokens.mint({ person: "ada", expiresAt: Date.now() - 1000 }),
        },
      };
      for (const [name, fields] of Object.entries(tokens)) {
        const answer = await functions.call.form(route, { ...fields, publish: "{}" });
        expect({ name, status: answer.status, code: error(answer) }).toEqual({
          name,
          status: 403,
          code: name === "missing" || name === "empty" ? "token-missing" : "token-invalid",
        });
        expect(Object.keys(answer.body).sort()).toEqual(["error", "now"]);
      }
      expect((await functions.call.form(route, "Token=flex-token-ada&Token=flex-token-bo")).status).toBe(400);
      expect((await functions.call.json(route, { Token: { valid: true, roles: ["admin"] } })).status).toBe(
        400,
      );
    },
  );

  it("[FN50] a token of another account is refused, because Twilio validates it for our account", async () => {
    const answer = await instance("sync-token", { ACCOUNT_SID: "AC00000000000000000000000000000009" }).call({
      Token: "flex-token-ada",
    });
    expect(answer.status).toBe(403);
  });

  it("[FN51] roles come only from Twilio's validation, never from the request", async () => {
    const answer = await functions.call.json("admin/publish", {
      Token: "flex-token-sam",
      roles: ["admin"],
      TokenResult: { valid: true, roles: ["admin"], identity: "ada" },
      right: "edit",
      publish: { id: "publish-x1", changes: [] },
    });
    expect(answer.status).toBe(403);
    expect(error(answer)).toBe("not-allowed");
  });

  it("[FN52] configuration sets the roles that may edit or toggle", async () => {
    expect((await closing("ada")(true)).status).toBe(200);
    const planner = functions.world.standIn.tokens.mint({ identity: "pia", roles: ["agent", "wfo.planner"] });
    expect((await closing(planner)(false)).status).toBe(200);
    expect((await closing("sue")(true)).status).toBe(200);
    expect((await closing("sue")(false)).status).toBe(200);
    expect((await closing("sam")(true)).status).toBe(403);
    const change = { kind: "rule", id: "extra-1", base: null, value: { name: "Extra", isOpen: true } };
    const bySue = await functions.call.publish("sue", { id: "publish-sue-1", changes: [change] });
    expect({ status: bySue.status, code: error(bySue) }).toEqual({ status: 403, code: "not-allowed" });
    expect((await functions.call.form("sync-token", { Token: "flex-token-sue" })).body).toMatchObject({
      right: "toggle",
    });
    expect((await functions.call.form("sync-token", { Token: planner })).body).toMatchObject({
      right: "edit",
    });
  });

  it("[FN53] Twilio validates a token once a minute, not at every call, and a refusal is not cached", async () => {
    const token = functions.world.standIn.tokens.mint({ person: "ada" });
    const list = instance("admin/list");
    const asked = functions.world.standIn.faults.add({
      match: { path: "iam.twilio.com" },
      action: { do: "answer", status: 500 },
      after: 1,
      times: 100,
    });
    expect((await list.call({ Token: token })).status).toBe(200);
    expect((await list.call({ Token: token })).status).toBe(200);
    expect((await instance("admin/list").call({ Token: token })).status).toBe(503);
    functions.world.standIn.faults.remove(asked);
    const other = instance("admin/list");
    const down = functions.world.standIn.faults.add({
      match: { path: "iam.twilio.com" },
      action: { do: "answer", status: 500 },
    });
    expect(error(await other.call({ Token: token }))).toBe("sync-unreachable");
    functions.world.standIn.faults.remove(down);
    expect((await other.call({ Token: token })).status).toBe(200);
  });

  it("[FN53] a cached token that expires is refused from then on", async () => {
    const list = instance("admin/list");
    const token = functions.world.standIn.tokens.mint({ person: "ada", expiresAt: Date.now() + 3000 });
    expect((await list.call({ Token: token })).status).toBe(200);
    await new Promise((done) => setTimeout(done, 3100));
    expect(error(await list.call({ Token: token }))).toBe("token-invalid");
  });
});

describe("permissions of a Sync token", () => {
  const MAPS = [mapName("schedule", 0, 8), mapName("rule", 7, 8)];
  const clients: SyncClient[] = [];
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.shutdown()));
  });
  const clientOf = async (person: string) => {
    const answer = (await functions.call.form("sync-token", { Token: `flex-token-${person}` }))
      .body as unknown as SyncTokenAnswer;
    const client = new SyncClient(answer.token, { twilsock: { uri: functions.world.standIn.twilsockUrl } });
    clients.push(client);
    return client;
  };
  const refused = async (work: Promise<unknown>) =>
    work.then(
      () => "allowed",
      (reason: unknown) => `${(reason as { status: number }).status}/${(reason as { code: number }).code}`,
    );

  it.each(["sam", "ada"])(
    "[FN54] %s can read schedules, rules and layout, and cannot write or delete them with the real SDK",
    async (person) => {
      const client = await clientOf(person);
      for (const id of MAPS) {
        const map = await client.map({ id, mode: "open_existing" });
        await map.getItems();
        const outcomes = {
          set: await refused(map.set("mine", { name: "x" })),
          update: await refused(map.update("mine", { name: "x" })),
          mutate: await refused(map.mutate("mine", () => ({ name: "x" }))),
          remove: await refused(map.remove("mine")),
          ttl: await refused(map.setTtl(60)),
          itemTtl: await refused(map.setItemTtl("mine", 60)),
          removeMap: await refused(map.removeMap()),
        };
        // A missing object is 404 only for identities with write permission; both mean no access.
        for (const outcome of Object.values(outcomes)) expect(outcome).toMatch(/^40[34]\/54/);
        expect(outcomes).toMatchObject({ set: "403/54007", ttl: "403/54007", removeMap: "403/54007" });
      }
      const layout = await client.document({ id: "layout", mode: "open_existing" });
      expect(await refused(layout.set({ generation: 99 }))).toBe("403/54007");
      expect(await refused(layout.removeDocument())).toBe("403/54007");
      expect(await refused(layout.setTtl(1))).toBe("403/54007");
      expect(layout.data).toMatchObject({ shards: 8 });
    },
  );

  it("[FN54] a reader has access to nothing else", async () => {
    const client = await clientOf("sam");
    for (const id of [historyName(0), "publishes", "presence"]) {
      expect(await refused(client.map({ id, mode: "open_existing" }))).toBe("403/54007");
    }
    for (const id of [changesName(0), "head"]) {
      expect(await refused(client.document({ id, mode: "open_existing" }))).toBe("403/54007");
    }
  });

  it("[FN74] a viewer reads the history and the publishes, and writes nothing", async () => {
    const client = await clientOf("sue");
    for (const id of [historyName(0), "publishes"]) {
      const map = await client.map({ id, mode: "open_existing" });
      await map.getItems();
      expect(await refused(map.set("x", {}))).toBe("403/54007");
    }
    const head = await client.document({ id: "head", mode: "open_existing" });
    expect(await refused(head.set({ generation: 99 }))).toBe("403/54007");
    expect(await refused(client.map({ id: "presence", mode: "open_existing" }))).toBe("403/54007");
  });

  it("[FN55] an editor reads the history and writes presence, and nothing else", async () => {
    const client = await clientOf("ada");
    const history = await client.map({ id: historyName(0), mode: "open_existing" });
    expect(await refused(history.set("x", {}))).toBe("403/54007");
    const journal = await client.map({ id: "publishes", mode: "open_existing" });
    expect(await refused(journal.set("x", {}))).toBe("403/54007");
    const head = await client.document({ id: "head", mode: "open_existing" });
    expect(await refused(head.set({ generation: 99 }))).toBe("403/54007");
    const presence = await client.map({ id: "presence", mode: "open_existing" });
    expect(await refused(presence.set("s:example-1", { lockId: "a" }))).toBe("allowed");
    expect(await refused(presence.removeMap())).toBe("403/54007");
  });

  it("[FN55] tokens contain one of three identities, one service and an expiry, and no secret", async () => {
    for (const [person, identity] of [
      ["sam", READER],
      ["sue", VIEWER],
      ["ada", EDITOR],
    ] as const) {
      const answer = (await functions.call.form("sync-token", { Token: `flex-token-${person}` }))
        .body as unknown as SyncTokenAnswer;
      const [, payload = ""] = answer.token.split(".");
      const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as Record<string, unknown>;
      expect(claims).toMatchObject({
        grants: { identity, data_sync: { service_sid: answer.serviceSid } },
        exp: expect.any(Number) as number,
      });
      expect(JSON.stringify({ ...answer, claims })).not.toContain(API_SECRET);
    }
  });
});

describe("signed checks", () => {
  const url = "https://schedule-1234.twil.io/check-schedule";
  const signature = (fields: Record<string, string>, at = url, token = AUTH_TOKEN) =>
    twilio.getExpectedTwilioSignature(token, at, fields);
  const ask = (fields: Record<string, string>, signed: string | null): Promise<InstanceAnswer> =>
    instance("check-schedule", { SIGNED_ONLY: "true" }).call({
      ...fields,
      request: { headers: signed === null ? {} : { "x-twilio-signature": signed }, cookies: {} },
    });

  it("[FN56] are answered with a valid signature of Twilio's library", async () => {
    const fields = {
      name: "Café 東京 & <b>",
      simulate: "2026-03-01T10:00",
      FlowSid: "FW1",
      details: "false",
    };
    expect((await ask(fields, signature(fields))).status).toBe(200);
    const got = `${url}?${new URLSearchParams({ name: "Example" }).toString()}`;
    expect((await ask({ name: "Example" }, signature({}, got))).status).toBe(200);
  });

  it("[FN56] are refused without a signature, with another one, or after any change", async () => {
    const fields = { name: "Example" };
    for (const [why, asked, signed] of [
      ["none", fields, null],
      ["empty", fields, ""],
      ["no signature", fields, "nonsense"],
      ["other token", fields, signature(fields, url, "1".repeat(32))],
      ["other address", fields, signature(fields, "https://evil.example/check-schedule")],
      ["other name", { name: "Shut" }, signature(fields)],
      ["one more field", { ...fields, simulate: "2026-01-01" }, signature(fields)],
    ] as const) {
      const answer = await ask(asked, signed);
      expect({ why, status: answer.status }).toEqual({ why, status: 403 });
      expect(answer.body).toMatchObject({ isOpen: true, closedReason: "error" });
      expect(answer.body.error).toMatch(/Run Function/);
    }
  });
});

describe("requests and answers", () => {
  it("[FN26] only configured origins receive CORS headers", async () => {
    const list = instance("admin/list", { ALLOWED_ORIGINS: "https://flex.twilio.com, https://desk.example" });
    const from = (origin: string) =>
      list.call({ Token: "flex-token-ada", request: { headers: { origin }, cookies: {} } });
    const allowed = (answer: InstanceAnswer) => answer.headers["Access-Control-Allow-Origin"];
    expect(allowed(await from("https://desk.example"))).toBe("https://desk.example");
    expect(allowed(await from("https://desk.example.evil.com"))).toBeUndefined();
    expect(allowed(await from("null"))).toBeUndefined();
    expect((await from("https://evil.example")).headers.Vary).toBe("Origin");
  });

  it("[FN57] a body that is too large is refused, and the function keeps running", async () => {
    const changes = [
      { kind: "rule", id: "big-1", base: null, value: { name: "x".repeat(20_000), isOpen: true } },
    ];
    expect((await functions.call.publish("ada", { id: "publish-big-1", changes })).status).toBe(400);
    const huge = await functions.call.form("admin/publish", {
      Token: "flex-token-ada",
      publish: "x".repeat(5_000_000),
    });
    expect(huge.status).toBe(413);
    await functions.call.form("admin/publish", { Token: "flex-token-ada", publish: "x".repeat(7_000_000) });
    const deep = await functions.call.json(
      "admin/publish",
      `{"Token":"flex-token-ada","publish":${"[".repeat(200_000)}${"]".repeat(200_000)}}`,
    );
    expect(deep.status).toBeGreaterThanOrEqual(400);
    expect((await functions.call.form("admin/list", { Token: "x".repeat(100_000) })).status).toBe(413);
    expect((await functions.call.get("check-schedule", { name: "Example" })).status).toBe(200);
  });

  it("[FN58] no address, log line or answer contains a token, secret or credential", async () => {
    const token = functions.world.standIn.tokens.mint({ person: "ada" });
    const answers: string[] = [];
    const asked: string[] = [];
    const handle = functions.world.standIn.router.handle.bind(functions.world.standIn.router);
    const spy = jest
      .spyOn(functions.world.standIn.router, "handle")
      .mockImplementation((request, response) => {
        asked.push(request.url ?? "");
        return handle(request, response);
      });
    for (const [name, event] of [
      ["check-schedule", { name: "Example", details: "true", Token: token }],
      ["check-schedule", {}],
      ["admin/list", { Token: token }],
      ["admin/list", { Token: `${token}x` }],
      ["admin/publish", { Token: token, publish: "{}" }],
      ["sync-token", { Token: token }],
      ["health", {}],
    ] as const) {
      const { body, headers } = await instance(name).call(event);
      answers.push(
        JSON.stringify({ ...body, ...(name === "sync-token" ? { token: "" } : {}) }),
        JSON.stringify(headers),
      );
    }
    spy.mockRestore();
    expect(asked.length).toBeGreaterThan(20);
    const everything = [...answers, ...asked, ...lines, ...functions.runtime.lines()].join("\n");
    for (const secret of [AUTH_TOKEN, API_SECRET, token, "flex-token-ada"])
      expect(everything).not.toContain(secret);
    expect(asked.join("\n")).toContain(ACCOUNT_SID);
  });
});
