import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ACCOUNT_SID, API_KEY, API_SECRET, AUTH_TOKEN, SYNC_SERVICE_SID } from "../../stand-in/dev-account";
import { RawClient } from "../../contract/sync/raw-client";
import { startStandIn, type StandIn } from "../../stand-in/server";
import { mintSyncToken } from "../../stand-in/tokens/sync-tokens";

jest.setTimeout(60_000);
let standIn: StandIn;
beforeAll(async () => (standIn = await startStandIn({ port: 0, limits: false })));
afterAll(() => standIn.stop());
afterEach(() => standIn.faults.clear());

const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
const AUTHORIZED = { authorization: basic(ACCOUNT_SID, AUTH_TOKEN) };
const SERVICE = `/v1/Services/${SYNC_SERVICE_SID}`;

async function call(path: string, init: RequestInit & { form?: Record<string, string> } = {}) {
  const { form, ...rest } = init;
  const response = await fetch(path.startsWith("http") ? path : standIn.url + path, {
    headers: AUTHORIZED,
    ...(form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) }),
    ...rest,
  });
  const text = await response.text();
  const body = (text === "" ? null : JSON.parse(text)) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body };
}
type Listed = { meta: Record<string, string | number | null>; items: { key: string }[] };

describe("Sync REST on the wire", () => {
  it.each([
    ["nothing", {}],
    ["a wrong password", { authorization: basic(ACCOUNT_SID, "x".repeat(32)) }],
    ["another account", { authorization: basic(`AC${"9".repeat(32)}`, AUTH_TOKEN) }],
    ["a bearer", { authorization: "Bearer x" }],
  ])("[SY23] is refused with %s: 401/20003", async (_, headers) => {
    const { status, body } = await call(SERVICE, { headers });
    expect({ status, body }).toMatchObject({ status: 401, body: { status: 401, code: 20003 } });
    expect(Object.keys(body).sort()).toEqual(["code", "message", "more_info", "status"]);
  });

  it("[SY23] accepts the auth token or the API key, at either address", async () => {
    for (const prefix of ["", "/sync.twilio.com"]) {
      for (const authorization of [basic(ACCOUNT_SID, AUTH_TOKEN), basic(API_KEY, API_SECRET)]) {
        const { status, body } = await call(prefix + SERVICE, { headers: { authorization } });
        expect({ status, url: body["url"] }).toEqual({ status: 200, url: standIn.url + prefix + SERVICE });
      }
    }
  });

  it("[SY24] answers with Twilio's shapes, statuses and ETags", async () => {
    const map = await call(`${SERVICE}/Maps`, { form: { UniqueName: "shapes" } });
    expect(map.status).toBe(201);
    expect(Object.keys(map.body).sort()).toEqual(
      "account_sid created_by date_created date_expires date_updated links revision service_sid sid unique_name url".split(
        " ",
      ),
    );
    expect(map.body["date_created"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const item = await call(`${SERVICE}/Maps/shapes/Items`, {
      form: { Key: "k", Data: '{"n":1}', Ttl: "60" },
    });
    expect(item.status).toBe(201);
    expect(item.headers.get("etag")).toBe(`"${String(item.body["revision"])}"`);
    expect(Object.keys(item.body).sort()).toEqual(
      "account_sid created_by data date_created date_expires date_updated key map_sid revision service_sid url".split(
        " ",
      ),
    );
    const etag = item.headers.get("etag") ?? "";
    const update = { form: { Data: '{"n":2}' }, headers: { ...AUTHORIZED, "if-match": etag } };
    expect((await call(`${SERVICE}/Maps/shapes/Items/k`, update)).status).toBe(200);
    expect((await call(`${SERVICE}/Maps/shapes/Items/k`, { method: "DELETE" })).status).toBe(204);
    expect(await call(`${SERVICE}/Maps/shapes/Items/k`)).toMatchObject({
      status: 404,
      body: { code: 20404 },
    });
  });

  it("[SY24] lists have links to the next page, at the requested address", async () => {
    await call(`${SERVICE}/Maps`, { form: { UniqueName: "pages" } });
    for (const key of ["a", "b", "c"])
      await call(`${SERVICE}/Maps/pages/Items`, { form: { Key: key, Data: "{}" } });
    const keys = (page: { body: unknown }) => (page.body as Listed).items.map(({ key }) => key);
    const meta = (page: { body: unknown }) => (page.body as Listed).meta;
    const first = await call(`/sync.twilio.com${SERVICE}/Maps/pages/Items?PageSize=2`);
    expect(keys(first)).toEqual(["a", "b"]);
    expect(meta(first)).toMatchObject({ key: "items", page: 0, page_size: 2, previous_page_url: null });
    const next = await call(String(meta(first)["next_page_url"]));
    expect(String(meta(first)["next_page_url"])).toContain(`${standIn.url}/sync.twilio.com/`);
    expect(keys(next)).toEqual(["c"]);
    expect(meta(next)["next_page_url"]).toBeNull();
    expect(keys(await call(String(meta(next)["previous_page_url"])))).toEqual(["a", "b"]);
    const maps = (await call(`${SERVICE}/Maps?PageSize=1`)).body as {
      maps: unknown[];
      meta: { next_page_url: string };
    };
    expect(maps.maps).toHaveLength(1);
    expect((await call(maps.meta.next_page_url)).status).toBe(200);
  });

  it.each([
    ["a form without Data", {}, 54206],
    ["Data that is no JSON", { Data: "{" }, 54008],
    ["Data that is no object", { Data: "[1]" }, 54206],
    ["a ttl that is no number", { Data: "{}", Ttl: "soon" }, 54011],
  ])("[SY24] refuses %s", async (what, form, code) => {
    await call(`${SERVICE}/Maps`, { form: { UniqueName: "refusals" } });
    const answer = await call(`${SERVICE}/Maps/refusals/Items`, { form: { Key: what, ...form } });
    expect(answer).toMatchObject({ status: 400, body: { code } });
  });
});

/** https://github.com/twilio/twilio-oai, twilio_sync_v1 */
describe("Sync REST as its OpenAPI says it", () => {
  const get = async (path: string) => {
    const { body, headers } = await call(path);
    return { links: body["links"], etag: headers.get("etag"), url: String(body["url"]) };
  };

  it("[SY69] has the links of a service, a document, a map and a stream", async () => {
    for (const what of ["Documents", "Maps", "Streams"]) {
      await call(`${SERVICE}/${what}`, { form: { UniqueName: "linked" } });
    }
    const service = await get(SERVICE);
    expect(service.links).toEqual({
      documents: `${service.url}/Documents`,
      lists: `${service.url}/Lists`,
      maps: `${service.url}/Maps`,
      streams: `${service.url}/Streams`,
    });
    const document = await get(`${SERVICE}/Documents/linked`);
    expect(document.links).toEqual({ permissions: `${document.url}/Permissions` });
    const map = await get(`${SERVICE}/Maps/linked`);
    expect(map.links).toEqual({ items: `${map.url}/Items`, permissions: `${map.url}/Permissions` });
    const stream = await get(`${SERVICE}/Streams/linked`);
    expect(stream.links).toEqual({ messages: `${stream.url}/Messages` });
    expect([service.etag, document.etag, map.etag, stream.etag]).toEqual([null, '"0"', null, null]);
  });

  it("[SY69] has case-sensitive paths and parameters, and no others", async () => {
    for (const path of ["/v1/services", `${SERVICE}/maps`, `${SERVICE}/Maps/linked/items`]) {
      expect(await call(path)).toMatchObject({ status: 404, body: { code: 20404 } });
    }
    const small = await call(`${SERVICE}/Maps/linked/Items`, { form: { key: "k", data: "{}" } });
    expect(small).toMatchObject({ status: 400, body: { code: 20001 } });
  });

  it("[SY69] accepts forms only", async () => {
    const json = { "content-type": "application/json", ...AUTHORIZED };
    const body = JSON.stringify({ Key: "k", Data: "{}" });
    const answer = await call(`${SERVICE}/Maps/linked/Items`, { method: "POST", headers: json, body });
    expect(answer).toMatchObject({ status: 400, body: { code: 20001 } });
  });

  it.each([
    ["a right that is neither true nor false", "/Maps/linked/Permissions/ada", { Read: "yes" }, 20001],
    ["rights of which one is missing", "/Maps/linked/Permissions/ada", { Read: "true" }, 20001],
    ["an invalid webhook address", "", { WebhookUrl: "nowhere" }, 54051],
    ["a debouncing window below a second", "", { ReachabilityDebouncingWindow: "999" }, 20001],
    ["one above thirty seconds", "", { ReachabilityDebouncingWindow: "30001" }, 20001],
    ["a switch that is neither true nor false", "", { AclEnabled: "1" }, 20001],
  ])("[SY69] refuses %s", async (_, path, form, code) => {
    expect(await call(SERVICE + path, { form })).toMatchObject({ status: 400, body: { code } });
  });

  it.each(["/Maps", "/Documents", "/Streams", "/Maps/paged/Items", "/Maps/paged/Permissions"])(
    "[SY70] %s: pages of 50 without a PageSize, of 1 to 100 with one, and 400/54454 for anything else",
    async (path) => {
      await call(`${SERVICE}/Maps`, { form: { UniqueName: "paged" } });
      const size = async (query: string) => {
        const { status, body } = await call(`${SERVICE}${path}${query}`);
        return status === 200 ? (body as Listed).meta["page_size"] : [status, body["code"]];
      };
      expect(await size("")).toBe(50);
      expect([await size("?PageSize=1"), await size("?PageSize=100")]).toEqual([1, 100]);
      for (const wrong of ["0", "101", "1000", "-1", "1.5", "many", ""]) {
        expect(await size(`?PageSize=${wrong}`)).toEqual([400, 54454]);
      }
    },
  );

  it("[SY70] a page has its own address, number and size", async () => {
    const { meta } = (await call(`${SERVICE}/Maps/paged/Items`)).body as Listed;
    const url = `${standIn.url}${SERVICE}/Maps/paged/Items?PageSize=50&Page=0`;
    expect(meta).toEqual({
      key: "items",
      page: 0,
      page_size: 50,
      first_page_url: url,
      previous_page_url: null,
      next_page_url: null,
      url,
    });
  });
});

describe("faults over HTTP", () => {
  const map = `${SERVICE}/Maps/faulty`;
  beforeAll(() => call(`${SERVICE}/Maps`, { form: { UniqueName: "faulty" } }));
  const keys = async () => ((await call(`${map}/Items`)).body as Listed).items.map(({ key }) => key);

  it("[SY64] an ordered answer is given as often as ordered, and nothing is executed", async () => {
    const action = { do: "answer", status: 429, code: 20429, retryAfterSeconds: 3 } as const;
    standIn.faults.add({ match: { path: "/Items", method: "POST" }, action, times: 1 });
    const refused = await call(`${map}/Items`, { form: { Key: "one", Data: "{}" } });
    expect(refused).toMatchObject({ status: 429, body: { code: 20429 } });
    expect(refused.headers.get("retry-after")).toBe("3");
    expect(await keys()).toEqual([]);
    expect((await call(`${map}/Items`, { form: { Key: "one", Data: "{}" } })).status).toBe(201);
  });

  it.each([
    ["refuse", false],
    ["drop", true],
    ["cut", true],
  ] as const)("[SY64] %s breaks the connection; whether the request is executed: %s", async (how, done) => {
    standIn.faults.add({ match: { path: "/Items", method: "POST" }, action: { do: how }, times: 1 });
    await expect(call(`${map}/Items`, { form: { Key: how, Data: "{}" } })).rejects.toThrow();
    expect((await keys()).includes(how)).toBe(done);
  });

  it("[SY64] a delay waits", async () => {
    standIn.faults.add({ match: { path: "/Items" }, delayMs: 150, times: 1 });
    const start = performance.now();
    await keys();
    expect(performance.now() - start).toBeGreaterThanOrEqual(140);
  });

  it("[SY65] other processes order faults, switch limits, read counters and mint tokens", async () => {
    const post = async (path: string, body: unknown = {}) =>
      (await call(`/stand-in/${path}`, { method: "POST", body: JSON.stringify(body) })).body;
    const state = async () =>
      (await call("/stand-in/state")).body as { objects: Record<string, { reads: number }> };
    expect(String((await post("faults", { status: 503 }))["message"])).toMatch(/match/);
    expect((await call(map)).status).toBe(200);
    await post("faults", { match: {}, action: { do: "answer", status: 503 } });
    expect((await call(map)).status).toBe(503);
    expect((await call("/stand-in/faults", { method: "DELETE" })).status).toBe(200);
    await post("counters/reset");
    expect((await call(map)).status).toBe(200);
    expect((await state()).objects["faulty"]?.reads).toBe(1);
    await post("limits", { enabled: true });
    expect(await state()).toMatchObject({ limits: true });
    await post("limits", { enabled: false });
    const { token } = (await post("tokens", { person: "sue", roles: ["admin"] })) as { token: string };
    expect(standIn.tokens.validate(token)).toMatchObject({ valid: true, user: { roles: ["admin"] } });
  });
});

describe("connections over HTTP", () => {
  it("[SY65] other processes drop or close the connections of one identity", async () => {
    const connect = async (identity: string) => {
      const client = await RawClient.open(standIn.twilsockUrl);
      await client.init(mintSyncToken({ identity, now: Date.now() }));
      return client;
    };
    const [ada, bo] = [await connect("ada"), await connect("bo")];
    const gone = new Promise((resolve) => ada.socket.once("close", resolve));
    const post = (path: string, body: unknown) => call(path, { method: "POST", body: JSON.stringify(body) });
    expect((await post("/stand-in/connections/drop", { identity: "ada" })).body).toEqual({ dropped: 1 });
    await gone;
    const closed = new Promise((resolve) => bo.socket.once("close", resolve));
    expect((await post("/stand-in/connections/close", { code: 410 })).body).toEqual({ closed: 1 });
    await closed;
    expect(bo.received.map(({ header }) => header)).toMatchObject([
      { method: "close", status: { code: 410 } },
    ]);
  });
});

describe("Flex tokens over HTTP", () => {
  const validate = (token: unknown, account = ACCOUNT_SID, headers: Record<string, string> = AUTHORIZED) =>
    call(`/iam.twilio.com/v1/Accounts/${account}/Tokens/validate`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({ token }),
    });

  it("[SY53] a valid one is answered with its user", async () => {
    expect((await validate("flex-token-sue")).body).toMatchObject({
      valid: true,
      code: 0,
      message: null,
      identity: "sue_40example_2Ecom",
      realm_user_id: "sue_40example_2Ecom",
      roles: ["supervisor"],
      worker_sid: expect.stringMatching(/^WK[0-9a-f]{32}$/) as string,
      expiration: expect.stringMatching(/Z$/) as string,
    });
  });

  it("[SY53] any other is invalid: unknown, expired, of another account, or without the keys", async () => {
    const expired = standIn.tokens.mint({ person: "ada", expiresAt: Date.now() - 1 });
    for (const answer of [
      await validate("flex-token-eve"),
      await validate(undefined),
      await validate(expired),
      await validate("flex-token-ada", `AC${"9".repeat(32)}`),
      await validate("flex-token-ada", ACCOUNT_SID, {}),
    ]) {
      expect(answer.body).toMatchObject({ valid: false, message: expect.any(String) as string });
    }
  });
});

describe("under another server's address", () => {
  it("[SY54] the same hosts are served under a prefix, and no others", async () => {
    const page = createServer((request, response) => {
      if (!standIn.router.handle(request, response, "/__tw/")) response.writeHead(418).end();
    });
    await new Promise<void>((resolve) => page.listen(0, "127.0.0.1", resolve));
    const own = `http://127.0.0.1:${(page.address() as AddressInfo).port}`;
    const { status, body } = await call(`${own}/__tw/sync.twilio.com${SERVICE}`);
    expect({ status, url: body["url"] }).toEqual({
      status: 200,
      url: `${own}/__tw/sync.twilio.com${SERVICE}`,
    });
    for (const path of ["/v1/Services", "/__tw/", "/__tw/nohost/x", "/page"]) {
      expect((await fetch(own + path)).status).toBe(418);
    }
    await new Promise((resolve) => page.close(resolve).closeAllConnections());
  });
});
