import { budgetOf } from "@schedule-manager/functions/budget";
import { type HttpAnswer, type HttpRequest, send } from "@schedule-manager/functions/http/send";
import { HttpSyncClient } from "@schedule-manager/functions/sync/http-sync-client";
import { parseDocument } from "@schedule-manager/functions/sync/answers";
import { pathKey } from "@schedule-manager/functions/sync/path-key";
import { kindOfStatus, retryAfterOf } from "@schedule-manager/functions/sync/sync-failure";

jest.mock("@schedule-manager/functions/http/send", () => ({ send: jest.fn() }));
const sent = jest.mocked(send);

const ROOT = "https://sync.twilio.com/v1/Services/IS%201";
let now = 0;
const client = (budget = 10_000, limit = 0) =>
  new HttpSyncClient({
    user: "SK1",
    password: "secret",
    serviceSid: "IS 1",
    apiUrl: null,
    budget: budgetOf(budget, () => now),
    timeout: 3000,
    retry: { limit, minBackoff: 0, maxBackoff: 0 },
  });
const answers = (...given: (Partial<HttpAnswer> | Error)[]) => {
  for (const each of given) {
    if (each instanceof Error) sent.mockRejectedValueOnce(each);
    else sent.mockResolvedValueOnce({ status: 200, body: "", headers: {}, ...each });
  }
};
const request = (index = 0): HttpRequest => sent.mock.calls[index]?.[0] as HttpRequest;
const ENTRY = { key: "k", revision: "3", data: { a: 1 } };
const entry = { body: JSON.stringify({ ...ENTRY, map_sid: "MP1" }) };
const DOCUMENT = JSON.stringify({ revision: "3", data: { a: 1 }, date_updated: "2026-03-02T10:00:00Z" });
const date = { date: "Mon, 02 Mar 2026 10:00:05 GMT" };

beforeEach(() => {
  now = 0;
  sent.mockReset();
});

describe("Sync's REST client", () => {
  it("[FN34] reads and writes a document at its revision, with Sync's own dates", async () => {
    answers({ body: DOCUMENT, headers: date }, { body: DOCUMENT, headers: date }, { status: 404 });
    const at = { updatedAt: Date.parse("2026-03-02T10:00:00Z"), readAt: Date.parse("2026-03-02T10:00:05Z") };
    expect(await client().readDocument("head")).toEqual({ revision: "3", data: { a: 1 }, ...at });
    expect(request()).toMatchObject({
      method: "GET",
      url: `${ROOT}/Documents/head`,
      user: "SK1",
      password: "secret",
    });
    expect(await client().updateDocument("head", { a: 2 }, "2")).toMatchObject({ revision: "3" });
    expect(request(1)).toMatchObject({
      method: "POST",
      url: `${ROOT}/Documents/head`,
      headers: { "Content-Type": "application/x-www-form-urlencoded", "If-Match": "2" },
      body: "Data=%7B%22a%22%3A2%7D",
    });
    expect(await client().readDocument("a b")).toBeNull();
    expect(request(2).url).toBe(`${ROOT}/Documents/a%20b`);
  });

  it("[FN34] creates, reads, updates and removes an item", async () => {
    answers({ status: 201, ...entry }, entry, { status: 404 }, entry, { status: 204 });
    expect(await client().createItem("m", "k", { a: 1 })).toEqual(ENTRY);
    expect(request()).toMatchObject({
      method: "POST",
      url: `${ROOT}/Maps/m/Items`,
      body: "Key=k&Data=%7B%22a%22%3A1%7D",
    });
    expect(request().headers).not.toHaveProperty("If-Match");
    expect(await client().readItem("m", "k")).toEqual(ENTRY);
    expect(request(1)).toMatchObject({ method: "GET", url: `${ROOT}/Maps/m/Items/k` });
    expect(await client().readItem("m", "k")).toBeNull();
    await client().updateItem("m", "k", {}, "2");
    expect(request(3)).toMatchObject({
      method: "POST",
      url: `${ROOT}/Maps/m/Items/k`,
      headers: { "If-Match": "2" },
    });
    await client().removeItem("m", "k", "2");
    expect(request(4)).toMatchObject({
      method: "DELETE",
      url: `${ROOT}/Maps/m/Items/k`,
      headers: { "If-Match": "2" },
    });
  });

  it("[FN34] reads all pages, and follows only the path of the next one", async () => {
    const page = (key: string, next: string | null) => ({
      body: JSON.stringify({ items: [{ ...ENTRY, key }], meta: { next_page_url: next } }),
    });
    answers(
      page("a", "https://evil.example/v1/Services/IS1/Maps/m/Items?Page=1"),
      page("b", ""),
      page("c", null),
    );
    expect((await client().listItems("m")).map(({ key }) => key)).toEqual(["a", "b"]);
    expect(request().url).toBe(`${ROOT}/Maps/m/Items?PageSize=100`);
    expect(request(1).url).toBe("https://sync.twilio.com/v1/Services/IS1/Maps/m/Items?Page=1");
    expect((await client().listItems("m")).map(({ key }) => key)).toEqual(["c"]);
    answers(page("a", "https://sync.twilio.com/v2/else"));
    await expect(client().listItems("m")).rejects.toMatchObject({ kind: "unreachable" });
  });

  it.each([
    [412, "moved"],
    [409, "exists"],
    [404, "missing"],
    [429, "busy"],
    [500, "unreachable"],
    [503, "unreachable"],
    [302, "unreachable"],
    [400, "refused"],
    [401, "refused"],
    [499, "refused"],
  ] as const)("[FN63] a write that Sync answers with %i fails as %s", async (status, kind) => {
    answers({ status, body: '{"code":54009}', headers: { "retry-after": "2" } });
    await expect(client().updateItem("m", "k", {}, "2")).rejects.toMatchObject({
      kind,
      status,
      code: 54009,
      retryAfter: 2000,
      message: `Sync answered ${status}`,
    });
    expect(kindOfStatus(status)).toBe(kind);
  });

  it.each(["<html>", "{}", "[]", '{"key":"k","revision":3}'])(
    "[FN15] the answer %s counts as none, and is asked for again",
    async (body) => {
      answers({ body }, entry);
      expect(await client(10_000, 1).readItem("m", "k")).toEqual(ENTRY);
      answers({ body });
      await expect(client().readItem("m", "k")).rejects.toMatchObject({ kind: "unreachable" });
    },
  );

  it("[FN15] no answer is asked for again, with the time that remains, and nothing is sent after the budget", async () => {
    answers(new Error("reset"), entry);
    await client(10_000, 1).readItem("m", "k");
    expect(request().timeout).toBe(3000);
    const short = client(2000, 1);
    now = 500;
    answers(entry);
    await short.readItem("m", "k");
    expect(request(2).timeout).toBe(1500);
    now = 2000;
    await expect(short.readItem("m", "k")).rejects.toMatchObject({
      kind: "unreachable",
      message: "no time left",
    });
    expect(sent).toHaveBeenCalledTimes(3);
    answers(new Error("reset"));
    await expect(client().readItem("m", "k")).rejects.toMatchObject({ message: "Sync: reset" });
  });
});

describe("Sync's answers", () => {
  it("[PB8] without a date, the time of reading is this machine's", () => {
    jest.useFakeTimers({ now: 1234 });
    try {
      expect(parseDocument(DOCUMENT, undefined).readAt).toBe(1234);
      expect(parseDocument(DOCUMENT, "soon").readAt).toBe(1234);
      expect(parseDocument('{"revision":"1","data":{}}', date.date).updatedAt).toBeNaN();
    } finally {
      jest.useRealTimers();
    }
  });

  it.each([
    ["3", 3000],
    ["61", 60_000],
    ["99999", 60_000],
    ["0", 0],
    ["-1", 0],
    ["1.5", 0],
    ["123456", 0],
    ["soon", 0],
    [undefined, 0],
  ])("[PB29] Retry-After: %s means %i ms", (header, ms) => {
    expect(retryAfterOf(header)).toBe(ms);
  });

  it.each([["a"], ["a.b_c-d:e"], ["x".repeat(256)]])("[FN34] the key %s is sent as it is", (key) => {
    expect(pathKey(key)).toBe(key);
  });

  it.each([[""], ["."], ["a..b"], [".."], ["a/b"], ["a b"], ["é"], ["x".repeat(257)], ["%2e"], ["a?b"]])(
    "[FN34] the key %j is refused",
    (key) => {
      expect(() => pathKey(key)).toThrow(expect.objectContaining({ kind: "refused" }) as Error);
    },
  );
});
