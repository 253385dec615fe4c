import { endpoint } from "@schedule-manager/functions/endpoint/endpoint";
import { Failed } from "@schedule-manager/functions/failure";
import { SyncFailure } from "@schedule-manager/functions/sync/sync-failure";
import { ERROR_CODES, type ErrorCode } from "@schedule-manager/shared/api/error-codes";
import { answerOf } from "../support/answers";

const ID = "0123456789-abc";
const event = (headers: object = {}) => ({
  request: { headers: { "t-request-id": ID, ...headers }, cookies: {} },
});
const replying = endpoint({
  name: "test",
  answer: async ({ now }) => ({ status: 201, body: { now }, headers: { ETag: "a" }, log: { schedule: "S" } }),
});
const failing = (error: unknown) =>
  endpoint({
    name: "test",
    answer: async () => {
      throw error;
    },
  });

beforeEach(() => jest.useFakeTimers({ now: 1000 }));
afterEach(() => jest.useRealTimers());

/** As the table of functions/README.md has them. */
const STATUSES: Readonly<Record<number, readonly ErrorCode[]>> = {
  400: [
    "name-missing",
    "simulate-invalid",
    "request-invalid",
    "name-taken",
    "alias-taken",
    "queue-taken",
    "rule-in-use",
    "rule-missing",
    "item-too-large",
    "item-invalid",
  ],
  403: ["token-missing", "token-invalid", "not-allowed"],
  404: ["schedule-unknown"],
  409: ["publish-in-progress", "publish-conflict", "publish-stale-version", "publish-id-reused"],
  413: ["request-too-large"],
  500: ["internal"],
  503: ["schedule-unreadable", "publish-interrupted", "sync-unreachable", "sync-busy", "not-set-up"],
};

describe("an endpoint", () => {
  it("[FN27] answers with the request's id, and logs it with the fields of the reply", async () => {
    const { status, body, headers, log } = await answerOf(replying, event());
    expect({ status, body }).toEqual({ status: 201, body: { now: 1000 } });
    expect(headers).toEqual({
      "Content-Type": "application/json",
      "Cache-Control": "no-store",
      "X-Request-Id": ID,
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
      "Access-Control-Allow-Headers": "Content-Type",
      "Access-Control-Expose-Headers": "X-Schedule-Stale, X-Request-Id, ETag",
      ETag: "a",
    });
    expect(log).toEqual({ function: "test", requestId: ID, status: 201, ms: 0, schedule: "S" });
  });

  it.each(["", "short", "x".repeat(65), "spaces are refused", 7, "prefix <0123456789>"])(
    "[FN27] replaces the request id %j",
    async (given) => {
      const { headers } = await answerOf(replying, event({ "t-request-id": given }));
      expect(headers["X-Request-Id"]).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
    },
  );

  it.each(["12345678", "x".repeat(64)])("[FN27] takes the request id %s", async (given) => {
    expect((await answerOf(replying, event({ "t-request-id": given }))).headers["X-Request-Id"]).toBe(given);
  });

  it.each([
    ["https://a.example", "https://a.example"],
    ["https://b.example", undefined],
    [undefined, undefined],
  ])("[FN26] with ALLOWED_ORIGINS, for the origin %s allows %s", async (origin, allowed) => {
    const { headers } = await answerOf(replying, event({ origin }), { ALLOWED_ORIGINS: "https://a.example" });
    expect(headers["Access-Control-Allow-Origin"]).toBe(allowed);
    expect(headers["Vary"]).toBe("Origin");
  });

  it.each(
    Object.entries(STATUSES).flatMap(([status, codes]) =>
      codes.map((code) => [code, Number(status)] as const),
    ),
  )("[FN63] %s is answered with %i, its message and its details", async (code, expected) => {
    const failed = new Failed(code, "What to do.", { items: [] }, { retryAfterMs: 2500 });
    const { status, body, headers, log } = await answerOf(failing(failed), event());
    expect({ status, body }).toEqual({
      status: expected,
      body: {
        items: [],
        error: { code, message: "What to do.", details: { retryAfterMs: 2500 } },
        now: 1000,
      },
    });
    expect(headers["Retry-After"]).toBe(code === "sync-busy" ? "3" : undefined);
    expect(log).toMatchObject({ error: code });
  });

  it("[FN63] every error code has a status", () => {
    expect(Object.values(STATUSES).flat().toSorted()).toEqual(ERROR_CODES.toSorted());
  });

  it("[FN63] details are left out where there are none", async () => {
    const { body } = await answerOf(failing(new Failed("not-allowed", "No.")), event());
    expect(body).toEqual({ error: { code: "not-allowed", message: "No." }, now: 1000 });
  });

  it.each([
    ["busy", 429, 54009, 0, "sync-busy", /rate limit/, "5"],
    ["busy", 429, 54009, 9000, "sync-busy", /rate limit/, "9"],
    [
      "refused",
      401,
      20003,
      0,
      "not-set-up",
      /refused the request \(401\/20003\).*SYNC_SERVICE_SID/,
      undefined,
    ],
    ["missing", 404, 54100, 0, "not-set-up", /refused the request \(404\/54100\)/, undefined],
    ["unreachable", 500, 0, 0, "sync-unreachable", /Sync is unreachable/, undefined],
    ["moved", 412, 54205, 0, "sync-unreachable", /Sync is unreachable/, undefined],
  ] as const)(
    "[FN63] Sync's failure %s (%i/%i, %i ms) is answered as %s",
    async (kind, status, code, after, answered, message, header) => {
      const { body, headers, log } = await answerOf(
        failing(new SyncFailure(kind, "inner words", status, code, after)),
        event(),
      );
      const { error } = body as { error: { code: string; message: string } };
      expect(error.code).toBe(answered);
      expect(error.message).toMatch(message);
      expect(error.message).not.toContain("inner words");
      expect(headers["Retry-After"]).toBe(header);
      expect(log).toMatchObject({ error: answered, sync: kind, syncStatus: status, syncCode: code });
    },
  );

  it("[FN27] a bug is answered without its words, which only the log has", async () => {
    const { status, body, log } = await answerOf(failing(new TypeError("secret words")), event());
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain("secret");
    expect(body).toMatchObject({
      error: { code: "internal", message: expect.stringContaining("request id") as string },
    });
    expect(log).toMatchObject({
      error: "internal",
      cause: expect.stringMatching(/^TypeError: .*secret words/) as string,
    });
    expect((await answerOf(failing("no error"), event())).log).not.toHaveProperty("cause");
  });

  it("[FN27] an endpoint may word its failures itself", async () => {
    const worded = endpoint({
      name: "test",
      answer: async () => {
        throw new Failed("name-missing", "No name.");
      },
      failed: ({ message }) => ({ status: 418, body: { said: message }, log: { degraded: "yes" } }),
    });
    const { status, body, log } = await answerOf(worded, event());
    expect({ status, body }).toEqual({ status: 418, body: { said: "No name." } });
    expect(log).toMatchObject({ error: "name-missing", degraded: "yes", status: 418 });
  });
});
