import twilio from "twilio";
import { SyncClient } from "twilio-sync";
import { ACCOUNT_SID, API_KEY, API_SECRET, SYNC_SERVICE_SID } from "../../stand-in/dev-account";
import { mintSyncToken } from "../../stand-in/tokens/sync-tokens";
import { standInEnvironment, type StandInEnvironment } from "./environment";
import { until } from "./port";
import { RawClient } from "./raw-client";

jest.setTimeout(120_000);
let env: StandInEnvironment;
beforeEach(async () => (env = await standInEnvironment()));
afterEach(() => env.close());

const MINUTE = 60_000;

async function init(token: string): Promise<{ code: number; errorCode?: number }> {
  const client = await RawClient.open(env.standIn.twilsockUrl);
  const { code, errorCode } = await client.init(token);
  client.close();
  return errorCode === undefined ? { code } : { code, errorCode };
}

function made(options: { account?: string; key?: string; secret?: string; service?: string | null }): string {
  const { account = ACCOUNT_SID, key = API_KEY, secret = API_SECRET, service = SYNC_SERVICE_SID } = options;
  const token = new twilio.jwt.AccessToken(account, key, secret, { identity: "ada" });
  if (service !== null) token.addGrant(new twilio.jwt.AccessToken.SyncGrant({ serviceSid: service }));
  return token.toJwt();
}

function log(client: SyncClient): string[] {
  const heard: string[] = [];
  client.on("tokenAboutToExpire", () => heard.push("about to expire"));
  client.on("tokenExpired", () => heard.push("expired"));
  client.on("connectionStateChanged", (state: string) => heard.push(state));
  return heard;
}

describe("access tokens", () => {
  it("[SY50] tokens of the twilio library and of the stand-in are accepted", async () => {
    expect(await init(made({}))).toEqual({ code: 200 });
    expect(await init(mintSyncToken({ identity: "ada", now: Date.now() }))).toEqual({ code: 200 });
  });

  it("[SY50] other tokens are refused with Twilio's codes", async () => {
    const old = mintSyncToken({ identity: "ada", now: Date.now() - 2 * 60 * MINUTE });
    const long = mintSyncToken({
      identity: "ada",
      now: Date.now(),
      expiresAt: Date.now() + 25 * 60 * MINUTE,
    });
    expect(await init("no token")).toEqual({ code: 401, errorCode: 20101 });
    expect(await init(made({ account: `AC${"9".repeat(32)}` }))).toEqual({ code: 401, errorCode: 20103 });
    expect(await init(made({ key: `SK${"9".repeat(32)}` }))).toEqual({ code: 401, errorCode: 20103 });
    expect(await init(old)).toEqual({ code: 401, errorCode: 20104 });
    expect(await init(made({ service: null }))).toEqual({ code: 401, errorCode: 20106 });
    expect(await init(made({ service: `IS${"9".repeat(32)}` }))).toEqual({ code: 401, errorCode: 20106 });
    expect(await init(made({ secret: "another secret" }))).toEqual({ code: 401, errorCode: 20107 });
    expect(await init(long)).toEqual({ code: 401, errorCode: 20157 });
  });

  it("[SY50] a client with an expired token is denied, with the reason", async () => {
    const token = mintSyncToken({ identity: "ada", now: Date.now() - 2 * 60 * MINUTE });
    const client = new SyncClient(token, { twilsock: { uri: env.standIn.twilsockUrl } });
    const heard = log(client);
    await until(() => heard.includes("expired") && heard.includes("denied"), "the refusal");
    expect(client.connectionState).toBe("denied");
    expect(heard).not.toContain("connected");
    await client.shutdown();
  });

  it("[SY51] a client is warned three minutes before its token expires, and disconnected when it does", async () => {
    const client = env.connect("ada");
    const heard = log(client);
    await until(() => client.connectionState === "connected", "the connection");
    await env.pass(56 * MINUTE);
    expect(heard).not.toContain("about to expire");
    await env.pass(2 * MINUTE);
    await until(() => heard.includes("about to expire"), "the warning");
    await env.pass(3 * MINUTE);
    await until(() => heard.includes("expired") && client.connectionState === "disconnected", "the end");
  });

  it("[SY51] a new token keeps the connection and its subscriptions", async () => {
    const client = env.connect("ada");
    const map = await client.map(env.name("map"));
    const keys: string[] = [];
    map.on("itemAdded", ({ item }: { item: { key: string } }) => keys.push(item.key));
    await env.pass(58 * MINUTE);
    const now = Date.now() + 58 * MINUTE;
    await client.updateToken(mintSyncToken({ identity: "ada", now }));
    await env.pass(30 * MINUTE);
    await env.rest.syncMaps(map.sid).syncMapItems.create({ key: "k", data: {} });
    await until(() => keys.length > 0, "the event");
    expect(client.connectionState).toBe("connected");
  });

  it("[SY51] a token of another identity cannot take over a connection", async () => {
    const client = await RawClient.open(env.standIn.twilsockUrl);
    expect(await client.init(env.token("ada"))).toMatchObject({ code: 200 });
    const { header } = await client.ask({ method: "update", token: env.token("bo") });
    expect(header["status"]).toMatchObject({ code: 401, errorCode: 20101 });
    client.close();
  });
});

describe("Flex's own clients", () => {
  it("[SY52] a valid Flex token is accepted by other handlers; a revoked or expired one is refused", async () => {
    const { tokens, hub } = env.standIn;
    const client = await RawClient.open(env.standIn.twilsockUrl);
    expect(await client.init("flex-token-ada")).toMatchObject({ code: 200 });
    expect(await client.request("GET", "/v3/Maps/any")).toMatchObject({ status: 404, body: { code: 54100 } });
    hub.flexHandlers.push(({ path }, { identity }) =>
      path === "/v1/greeting" ? { status: 200, body: { hello: identity } } : null,
    );
    expect(await client.request("GET", "/v1/greeting")).toEqual({
      status: 200,
      body: { hello: "ada_40example_2Ecom" },
    });
    client.close();

    const minted = tokens.mint({ person: "sam", expiresAt: Date.now() + MINUTE });
    expect(await init(minted)).toEqual({ code: 200 });
    await env.pass(2 * MINUTE);
    expect(await init(minted)).toEqual({ code: 401, errorCode: 20104 });
    tokens.revoke("flex-token-bo");
    expect(await init("flex-token-bo")).toEqual({ code: 401, errorCode: 20101 });
  });
});
