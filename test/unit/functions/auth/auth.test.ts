import { flexTokens } from "@schedule-manager/functions/auth/flex-token";
import { actorOf, mustPublish, type Person, rightOf } from "@schedule-manager/functions/auth/person";
import { mintSyncToken } from "@schedule-manager/functions/auth/sync-token";
import { requestFrom } from "@schedule-manager/functions/http/request";
import { send } from "@schedule-manager/functions/http/send";
import { settingsFrom } from "@schedule-manager/functions/settings";

jest.mock("@schedule-manager/functions/http/send", () => ({ send: jest.fn() }));
const sent = jest.mocked(send);

const NOW = Date.parse("2026-03-02T10:00:00Z");
const person = (...roles: string[]): Person => ({ identity: "ada", roles, expiresAt: Infinity });
const settings = settingsFrom({
  ACCOUNT_SID: "AC1",
  AUTH_TOKEN: "secret",
  API_KEY: "SK1",
  API_SECRET: "key-secret",
  SYNC_SERVICE_SID: "IS1",
  EDITOR_ROLES: "admin, supervisor",
  TOGGLE_ROLES: "lead",
  VIEWER_ROLES: "quality",
});

describe("a person's permissions", () => {
  it.each<[string[], string]>([
    [[], "read"],
    [["agent"], "read"],
    [["admin"], "edit"],
    [["agent", "admin"], "edit"],
    [["supervisor", "agent"], "edit"],
    [["lead"], "toggle"],
    [["agent", "lead"], "toggle"],
    [["lead", "admin"], "edit"],
    [["quality"], "view"],
    [["quality", "lead"], "toggle"],
    [["quality", "admin"], "edit"],
    [["Admin"], "read"],
  ])("[FN52] roles %j: %s", (roles, right) => {
    expect(rightOf(person(...roles), settings)).toBe(right);
  });

  it("[FN52] supervisors view unless configuration says otherwise", () => {
    expect(rightOf(person("supervisor"), settingsFrom({}))).toBe("view");
    expect(rightOf(person("supervisor"), settingsFrom({ VIEWER_ROLES: "lead" }))).toBe("read");
  });

  it("[FN52] without configured roles, nobody may edit or toggle", () => {
    expect(
      rightOf(person("admin", "lead", "quality"), { editorRoles: [], toggleRoles: [], viewerRoles: [] }),
    ).toBe("read");
  });

  it("[FN52] a person who may only read or view may not publish", () => {
    expect(mustPublish("edit")).toBe("edit");
    expect(mustPublish("toggle")).toBe("toggle");
    for (const right of ["read", "view"] as const) {
      expect(() => mustPublish(right)).toThrow(
        expect.objectContaining({ code: "not-allowed", status: 403 }) as Error,
      );
    }
  });

  it.each([
    ["ada", "ada"],
    ["ada_40example_2Ecom", "ada@example.com"],
    ["No_C3_ABl", "Noël"],
    ["100%_25", "100%%"],
    ["spoilt_FF", "spoilt_FF"],
    ["under_score", "under_score"],
  ])("[FN66] the name of the identity %s is %s", (identity, name) => {
    expect(actorOf({ ...person(), identity })).toEqual({ identity, name });
  });
});

describe("Twilio's validation of a Flex token", () => {
  /** Milliseconds that a result is cached, and number of cached results. */
  const CACHE_TIME = 60_000;
  const CACHE_SIZE = 500;

  let tokens = 0;
  /** A token that was not validated before. */
  const newToken = (): string => `token-${(tokens += 1)}`;
  const asks = (token: unknown, now = NOW, env = settings) =>
    flexTokens.personOf(requestFrom({ Token: token }), env, now);
  const answers = (status: number, body: string) => sent.mockResolvedValue({ status, body, headers: {} });

  beforeEach(() => sent.mockReset());

  const said = (more: object) => JSON.stringify({ valid: true, identity: "ada", roles: ["admin"], ...more });

  it.each<[string, object, Partial<Person>]>([
    ["a valid one", {}, { identity: "ada", roles: ["admin"], expiresAt: Infinity }],
    ["roles that are no texts", { roles: ["admin", 7, null] }, { roles: ["admin"] }],
    ["no list of roles", { roles: "admin" }, { roles: [] }],
    ["no roles", { roles: undefined }, { roles: [] }],
    ["an end in text", { expiration: "2026-03-02T10:00:00Z" }, { expiresAt: NOW }],
    ["an end in seconds", { expiration: NOW / 1000 }, { expiresAt: NOW }],
    ["an end in seconds as text", { expiration: String(NOW / 1000) }, { expiresAt: NOW }],
    ["an end in ms", { expiration: NOW }, { expiresAt: NOW }],
    ["an end that makes no sense", { expiration: "soon" }, { expiresAt: Infinity }],
    ["an end of another type", { expiration: {} }, { expiresAt: Infinity }],
  ])("[FN51] %s is accepted", async (_, more, expected) => {
    answers(200, said(more));
    expect(await asks(newToken(), NOW - 1)).toMatchObject(expected);
  });

  it.each([
    ["valid: false", said({ valid: false })],
    ["valid as a text", said({ valid: "true" })],
    ["no valid", said({ valid: undefined })],
    ["no identity", said({ identity: undefined })],
    ["an empty identity", said({ identity: "" })],
    ["an identity that is no text", said({ identity: 7 })],
    ["no object", "[]"],
    ["null", "null"],
    ["no JSON", "<html>"],
    ["nothing", ""],
  ])("[FN50] %s is refused", async (_, body) => {
    answers(200, body);
    await expect(asks(newToken())).rejects.toMatchObject({ code: "token-invalid", status: 403 });
  });

  it.each([undefined, null, ""])(
    "[FN50] the token %j counts as missing, and Twilio is not called",
    async (token) => {
      await expect(asks(token)).rejects.toMatchObject({ code: "token-missing" });
      expect(sent).not.toHaveBeenCalled();
    },
  );

  it("[FN51] Twilio is called with the account's credentials, and with the token only in the body", async () => {
    answers(200, said({}));
    const token = newToken();
    await asks(token);
    const [asked] = sent.mock.calls[0] ?? [];
    expect(asked).toMatchObject({ method: "POST", user: "AC1", password: "secret", timeout: 4000 });
    expect(asked?.url).toBe("https://iam.twilio.com/v1/Accounts/AC1/Tokens/validate");
    expect(asked?.body).toBe(JSON.stringify({ token }));
    sent.mockClear();
    await asks(newToken(), NOW, { ...settings, authToken: "" });
    expect(sent.mock.calls[0]?.[0]).toMatchObject({ user: "SK1", password: "key-secret" });
  });

  it("[FN53] a result is cached for a minute, for one token of one account", async () => {
    answers(200, said({}));
    const [token, other] = [newToken(), newToken()];
    await Promise.all([asks(token, NOW), asks(token, NOW + 1)]);
    await asks(token, NOW + CACHE_TIME - 1);
    expect(sent).toHaveBeenCalledTimes(1);
    await asks(token, NOW + CACHE_TIME);
    expect(sent).toHaveBeenCalledTimes(2);
    await asks(other, NOW + CACHE_TIME);
    await asks(other, NOW + CACHE_TIME, { ...settings, accountSid: "AC2" });
    expect(sent).toHaveBeenCalledTimes(4);
  });

  it("[FN53] a cached result ends with the token", async () => {
    answers(200, said({ expiration: NOW + 1000 }));
    const token = newToken();
    await asks(token);
    await expect(asks(token, NOW + 1000)).rejects.toMatchObject({ code: "token-invalid" });
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it("[FN53] refusals and failed validations are not cached", async () => {
    const token = newToken();
    for (const [status, body, code] of [
      [200, said({ valid: false }), "token-invalid"],
      [403, "{}", "token-invalid"],
      [429, "", "sync-unreachable"],
      [500, "", "sync-unreachable"],
      [503, said({}), "sync-unreachable"],
    ] as const) {
      answers(status, body);
      await expect(asks(token)).rejects.toMatchObject({ code });
    }
    sent.mockRejectedValue(new Error("timeout"));
    await expect(asks(token)).rejects.toMatchObject({ code: "sync-unreachable" });
    answers(200, said({}));
    expect((await asks(token)).identity).toBe("ada");
    expect(sent).toHaveBeenCalledTimes(7);
  });

  it("[FN53] the oldest results leave the cache first", async () => {
    answers(200, said({}));
    const [oldest, second] = [newToken(), newToken()];
    for (const token of [oldest, second]) await asks(token);
    for (let more = 2; more <= CACHE_SIZE; more += 1) await asks(newToken());
    sent.mockClear();
    await asks(second);
    expect(sent).not.toHaveBeenCalled();
    await asks(oldest);
    expect(sent).toHaveBeenCalledTimes(1);
  });
});

it.each([
  ["schedule-reader", 43_200],
  ["schedule-viewer", 14_400],
  ["schedule-editor", 14_400],
] as const)(
  "[FN35] a Sync token of %s contains its identity, one service and its expiry",
  (identity, ttl) => {
    const [, payload = ""] = mintSyncToken(identity, ttl, settings).split(".");
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as Record<string, unknown>;
    expect(claims).toMatchObject({
      iss: "SK1",
      sub: "AC1",
      grants: { identity, data_sync: { service_sid: "IS1" } },
    });
    expect(Number(claims.exp) - Number(claims.iat)).toBe(ttl);
  },
);
