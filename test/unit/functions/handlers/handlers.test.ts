/** The handlers on Sync in memory, with Twilio's validation of tokens replaced. */
import type { Person } from "@schedule-manager/functions/auth/person";
import type { Handler } from "@schedule-manager/functions/runtime/twilio-runtime";
import type { SyncClient } from "@schedule-manager/functions/sync/sync-client";
import { SyncFailure } from "@schedule-manager/functions/sync/sync-failure";
import { HEAD } from "@schedule-manager/shared/sync/layout";
import type { SyncOperation } from "../../../contract/sync-client/memory-sync";
import { answerOf } from "../support/answers";
import { PublishWorld, rule, schedule } from "../support/publish-world";

let mockClient: () => SyncClient;
let mockPerson: () => Promise<Person>;
jest.mock("@schedule-manager/functions/sync/sync-clients", () => ({ syncClients: () => () => mockClient() }));
jest.mock("@schedule-manager/functions/auth/flex-token", () => ({
  flexTokens: { personOf: () => mockPerson() },
}));

const SHARDS = 3;
/** All maps and `head` before and after them. */
const READ_ALL = 2 * SHARDS + 2;
const ENV = { API_KEY: "SK1", API_SECRET: "secret", SYNC_SERVICE_SID: "IS1", ACCOUNT_SID: "AC1" };

let list: Handler;
let publish: Handler;
let health: Handler;
let syncToken: Handler;
// Imported while the time is set, which their caches keep.
beforeAll(async () => {
  jest.useFakeTimers({ doNotFake: ["setImmediate", "nextTick"] });
  ({ handler: list } = await import("@schedule-manager/functions/handlers/admin/list"));
  ({ handler: publish } = await import("@schedule-manager/functions/handlers/admin/publish"));
  ({ handler: health } = await import("@schedule-manager/functions/handlers/health"));
  ({ handler: syncToken } = await import("@schedule-manager/functions/handlers/sync-token"));
});
afterAll(() => jest.useRealTimers());

let world: PublishWorld;
let operations: string[];
let before: (operation: SyncOperation) => Promise<void> | void;
/** The handlers keep their caches, so every test begins an hour later. */
let hours = 0;

beforeEach(() => {
  hours += 1;
  world = new PublishWorld(SHARDS);
  world.now += hours * 3_600_000;
  world.put("rule", "day-1", rule());
  world.put("schedule", "support-1", schedule({ rules: ["day-1"] }));
  world.put("schedule", "spoilt-1", { name: "Spoilt", timeZone: 5 });
  // The caches hold what earlier tests read.
  world.sync.putDocument(HEAD, { ...EMPTY_HEAD, generation: hours * 100 });
  for (let index = 0; index < 4; index += 1)
    world.sync.putDocument(`changes-${index}`, { generation: hours * 100, recent: [] });
  operations = [];
  before = () => undefined;
  mockClient = () =>
    world.sync.client((operation) => {
      operations.push(operation.key === undefined ? operation.name : `${operation.name}/${operation.key}`);
      return before(operation);
    });
  mockPerson = async () => ({ identity: "ada", roles: ["admin"], expiresAt: Infinity });
  pass(60_000);
});

const EMPTY_HEAD = { generation: 0, shards: SHARDS, publish: null, recent: [] };

function pass(ms: number): void {
  world.now += ms;
  jest.setSystemTime(world.now);
}

describe("admin/list", () => {
  const DATA = {
    rules: [{ id: "day-1", revision: "0", name: "Daytime", isOpen: true }],
    schedules: [
      {
        id: "support-1",
        revision: "0",
        name: "Support",
        timeZone: "Europe/Warsaw",
        manualClose: false,
        rules: ["day-1"],
        status: { isOpen: true, closedReason: "" },
      },
    ],
  };

  it("[FN30] answers all valid items with their revisions and statuses", async () => {
    const { status, body, log } = await answerOf(list, {}, ENV);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        data: DATA,
        version: String(hours * 100),
        versionIsDeployed: true,
        shards: SHARDS,
        now: world.now,
      },
    });
    expect(log).toMatchObject({ function: "admin/list", version: String(hours * 100) });
  });

  it("[FN65] reads only head while nothing changes", async () => {
    await answerOf(list, {}, ENV);
    operations = [];
    pass(1000);
    expect((await answerOf(list, {}, ENV)).body["data"]).toEqual(DATA);
    expect(operations).toEqual([HEAD]);
  });

  it("[FN65] reads everything while a publish applies, until no publish overlaps the reading", async () => {
    await answerOf(list, {}, ENV);
    const lease = { id: "publish-x", by: { identity: "x" }, since: new Date(world.now).toISOString() };
    const applying = { ...lease, phase: "applying", generation: hours * 100 + 1 };
    const head = { ...EMPTY_HEAD, generation: hours * 100, publish: applying };
    world.sync.putDocument(HEAD, head);
    operations = [];
    let heads = 0;
    before = ({ name }) => {
      heads += name === HEAD ? 1 : 0;
      if (name === HEAD && heads === 2)
        world.sync.putDocument(HEAD, { ...head, publish: null, generation: hours * 100 + 1 });
    };
    const { body } = await answerOf(list, {}, ENV);
    expect(body).toMatchObject({ version: String(hours * 100 + 1), versionIsDeployed: true });
    expect(operations.filter((name) => name === HEAD)).toHaveLength(3);
    expect(operations).toHaveLength(3 + 2 * 2 * SHARDS);
    expect(operations.length).toBeGreaterThan(READ_ALL);
  });

  it("[FN65] answers with the last reading when publishes keep overlapping", async () => {
    const applying = {
      id: "publish-x",
      by: { identity: "x" },
      since: new Date(world.now).toISOString(),
      phase: "applying",
      generation: hours * 100 + 1,
    };
    world.sync.putDocument(HEAD, { ...EMPTY_HEAD, generation: hours * 100, publish: applying });
    operations = [];
    const { body } = await answerOf(list, {}, ENV);
    expect(body).toMatchObject({ data: DATA, versionIsDeployed: false });
    expect(operations.filter((name) => name === HEAD)).toHaveLength(3);
  });

  it.each([
    ["15 s after its last write, clears", 15_000, null],
    ["before that, leaves alone", 14_000, { id: "publish-x" }],
  ])("[PB11] %s a publisher that died", async (_, ms, left) => {
    const since = new Date(world.now).toISOString();
    const publish = { id: "publish-x", by: { identity: "x" }, since, phase: "checking", generation: 1 };
    world.sync.putDocument(HEAD, { ...EMPTY_HEAD, generation: hours * 100, publish });
    pass(ms);
    const { body } = await answerOf(list, {}, ENV);
    expect(body).toMatchObject({ versionIsDeployed: left === null });
    expect((await world.head()).publish).toEqual(left === null ? null : expect.objectContaining(left));
  });
});

describe("admin/publish", () => {
  const closed = schedule({ rules: ["day-1"], manualClose: true });
  const request = async () => ({
    id: "publish-a",
    changes: [await world.change("schedule", "support-1", closed)],
  });

  it("[FN31] publishes in the name of the person, and logs who published how much", async () => {
    const event = { publish: JSON.stringify(await request()) };
    const { status, body, log } = await answerOf(publish, event, ENV);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { id: "publish-a", version: String(hours * 100 + 1), skipped: [], now: world.now },
    });
    expect(await world.value("schedule", "support-1")).toEqual(closed);
    expect(world.history()).toMatchObject([{ id: "support-1", by: { identity: "ada", name: "ada" } }]);
    expect(log).toMatchObject({ publish: "publish-a", by: "ada", changes: 1, skipped: 0 });
  });

  it.each([
    [["admin"], {}, 200],
    [["lead"], { TOGGLE_ROLES: "lead" }, 200],
    [["lead"], {}, 403],
    [[], {}, 403],
  ])("[FN52] with the roles %j and %j it answers %i", async (roles, env, expected) => {
    mockPerson = async () => ({ identity: "ada", roles, expiresAt: Infinity });
    const { status } = await answerOf(publish, { publish: await request() }, { ...ENV, ...env });
    expect(status).toBe(expected);
    expect(await world.value("schedule", "support-1")).toMatchObject({ manualClose: expected === 200 });
  });

  it.each([
    ["no publish", undefined],
    ["no JSON", "{"],
    ["no changes", { id: "publish-a", changes: [] }],
  ])("[FN33] %s is refused before any access to Sync", async (_, given) => {
    const { status, body } = await answerOf(publish, { publish: given }, ENV);
    expect({ status, body }).toMatchObject({ status: 400, body: { error: { code: "request-invalid" } } });
    expect(operations).toEqual([]);
  });
});

describe("health", () => {
  it("[FN46] reports the versions and what is cached", async () => {
    await answerOf(health, {}, ENV);
    pass(1500);
    const { status, body } = await answerOf(health, {}, ENV);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        ok: true,
        version: "development",
        node: process.versions.node,
        tzdata: expect.stringMatching(/^20\d\d[a-z]$/) as string,
        runtimeTzdata: process.versions.tz,
        catalogue: {
          generation: hours * 100,
          ageMs: 1500,
          stale: false,
          schedules: 2,
          rules: 1,
          unreadable: 1,
        },
        snapshot: null,
        now: world.now,
      },
    });
  });

  it("[FN46] is not well while Sync is away", async () => {
    before = () => {
      throw new SyncFailure("unreachable", "gone");
    };
    const { status, body } = await answerOf(health, {}, ENV);
    expect({ status, body }).toMatchObject({ status: 503, body: { ok: false, catalogue: { stale: true } } });
  });
});

describe("sync-token", () => {
  it.each([
    [["admin"], "edit", "schedule-editor", 4],
    [["agent"], "read", "schedule-reader", 12],
    [["lead"], "toggle", "schedule-viewer", 4],
    [["supervisor"], "view", "schedule-viewer", 4],
  ])(
    "[FN35] for the roles %j the right is %s, the token's identity %s, for %i hours",
    async (roles, right, identity, time) => {
      mockPerson = async () => ({ identity: "ada", roles, expiresAt: Infinity });
      const { status, body, log } = await answerOf(syncToken, {}, { ...ENV, TOGGLE_ROLES: "lead" });
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          token: expect.any(String) as string,
          serviceSid: "IS1",
          ttl: time * 3600,
          shards: SHARDS,
          right,
          identity: "ada",
          now: world.now,
        },
      });
      const claims = JSON.parse(
        Buffer.from(String(body["token"]).split(".")[1] ?? "", "base64url").toString(),
      ) as object;
      expect(claims).toMatchObject({ grants: { identity } });
      expect(log).toMatchObject({ right });
    },
  );

  it("[FN35] the number of shards is read once a minute", async () => {
    await answerOf(syncToken, {}, ENV);
    world.sync.putDocument(HEAD, { ...EMPTY_HEAD, shards: 5 });
    operations = [];
    pass(59_999);
    expect((await answerOf(syncToken, {}, ENV)).body["shards"]).toBe(SHARDS);
    expect(operations).toEqual([]);
    pass(1);
    expect((await answerOf(syncToken, {}, ENV)).body["shards"]).toBe(5);
    expect(operations).toEqual([HEAD]);
  });

  it.each(["API_KEY", "API_SECRET", "SYNC_SERVICE_SID"])(
    "[FN35] without %s there is no token",
    async (key) => {
      const { status, body } = await answerOf(syncToken, {}, { ...ENV, [key]: "" });
      expect({ status, body }).toMatchObject({ status: 503, body: { error: { code: "not-set-up" } } });
    },
  );
});
