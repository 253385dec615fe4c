import { readFileSync } from "node:fs";
import { join } from "node:path";
import { requestFrom } from "@schedule-manager/functions/http/request";
import { settingsFrom } from "@schedule-manager/functions/settings";

describe("the functions' settings", () => {
  it("[FN47] without any key they are the documented defaults", () => {
    expect(settingsFrom({})).toEqual({
      accountSid: "",
      authToken: "",
      apiKey: "",
      apiSecret: "",
      serviceSid: "",
      apiUrl: null,
      failClosed: false,
      editorRoles: ["admin"],
      toggleRoles: [],
      viewerRoles: ["supervisor"],
      freshness: 3000,
      revalidateEvery: 60_000,
      concurrency: 4,
      signedOnly: false,
      origins: "*",
      logLevel: "info",
      retry: { limit: 5, minBackoff: 100, maxBackoff: 3000 },
    });
    const readme = readFileSync(join(__dirname, "../../../functions/README.md"), "utf8");
    for (const key of ["FRESHNESS_MS", "REREAD_MS", "SYNC_CONCURRENCY", "EDITOR_ROLES", "LOG_LEVEL"])
      expect(readme).toContain(key);
  });

  it.each<[string, string, string, unknown]>([
    ["FRESHNESS_MS", "freshness", "199", 200],
    ["FRESHNESS_MS", "freshness", " 5000 ", 5000],
    ["FRESHNESS_MS", "freshness", "600001", 600_000],
    ["FRESHNESS_MS", "freshness", "5s", 3000],
    ["FRESHNESS_MS", "freshness", "-5", 3000],
    ["FRESHNESS_MS", "freshness", "1234567890", 3000],
    ["REREAD_MS", "revalidateEvery", "1", 1000],
    ["REREAD_MS", "revalidateEvery", "99999999", 86_400_000],
    ["SYNC_CONCURRENCY", "concurrency", "0", 1],
    ["SYNC_CONCURRENCY", "concurrency", "33", 32],
    ["FAIL_CLOSED", "failClosed", " TRUE ", true],
    ["FAIL_CLOSED", "failClosed", "yes", false],
    ["SIGNED_ONLY", "signedOnly", "true", true],
    ["EDITOR_ROLES", "editorRoles", "admin, wfo ,,supervisor", ["admin", "wfo", "supervisor"]],
    ["EDITOR_ROLES", "editorRoles", " ", ["admin"]],
    ["TOGGLE_ROLES", "toggleRoles", "lead", ["lead"]],
    ["VIEWER_ROLES", "viewerRoles", "wfo, lead", ["wfo", "lead"]],
    [
      "ALLOWED_ORIGINS",
      "origins",
      "https://a.example, https://b.example",
      ["https://a.example", "https://b.example"],
    ],
    ["ALLOWED_ORIGINS", "origins", "https://a.example,*", "*"],
    ["LOG_LEVEL", "logLevel", "Debug", "debug"],
    ["LOG_LEVEL", "logLevel", "verbose", "info"],
    ["TWILIO_API_URL", "apiUrl", "http://localhost:3002//", "http://localhost:3002"],
    ["ACCOUNT_SID", "accountSid", " AC1 ", "AC1"],
    ["TWILIO_SERVICE_RETRY_LIMIT", "retry", "21", { limit: 20, minBackoff: 100, maxBackoff: 3000 }],
    ["TWILIO_SERVICE_MIN_BACKOFF", "retry", "60001", { limit: 5, minBackoff: 60_000, maxBackoff: 3000 }],
    ["TWILIO_SERVICE_MAX_BACKOFF", "retry", "0", { limit: 5, minBackoff: 100, maxBackoff: 0 }],
  ])("[FN47] %s sets %s: %j means %j", (key, field, given, expected) => {
    expect(settingsFrom({ [key]: given })).toMatchObject({ [field]: expected });
  });

  it("[FN47] a value that is no text counts as absent", () => {
    expect(settingsFrom({ FRESHNESS_MS: 5000, EDITOR_ROLES: null, FAIL_CLOSED: true })).toEqual(
      settingsFrom({}),
    );
  });
});

describe("a request's fields", () => {
  it.each<[unknown, string]>([
    [["a", "b"], 'Send "name" once and as text; received several values.'],
    [7, 'Send "name" once and as text; received number.'],
    [{}, 'Send "name" once and as text; received object.'],
  ])("[FN23] %j is no text", (name, message) => {
    expect(() => requestFrom({ name }).text("name", 10)).toThrow(
      expect.objectContaining({ code: "request-invalid", message }) as Error,
    );
  });

  it("[FN23] a text may have its length, and no more", () => {
    expect(requestFrom({ name: "0123456789" }).text("name", 10)).toBe("0123456789");
    expect(() => requestFrom({ name: "01234567890" }).text("name", 10)).toThrow(
      expect.objectContaining({
        code: "request-too-large",
        message: '"name" is longer than 10 characters.',
      }) as Error,
    );
  });

  it.each(["constructor", "__proto__", "toString", "missing"])("[FN34] %s is absent", (name) => {
    const request = requestFrom({ other: "x", request: { headers: {} } });
    expect([request.text(name, 10), request.json(name, 10), request.header(name)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("[FN33] JSON comes as an object or as text, and is limited in both", () => {
    expect(requestFrom({ a: { b: 1 } }).json("a", 7)).toEqual({ b: 1 });
    expect(requestFrom({ a: '{"b":1}' }).json("a", 7)).toEqual({ b: 1 });
    expect(requestFrom({ a: null }).json("a", 7)).toBeNull();
    for (const a of [{ b: 12 }, '{"b":12}'])
      expect(() => requestFrom({ a }).json("a", 7)).toThrow(
        expect.objectContaining({ code: "request-too-large" }) as Error,
      );
    for (const a of ["", "{", "undefined"])
      expect(() => requestFrom({ a }).json("a", 10)).toThrow(
        expect.objectContaining({ code: "request-invalid", message: '"a" is not JSON.' }) as Error,
      );
  });

  it("[FN34] headers are found in any case, and only as texts", () => {
    const request = requestFrom({ request: { headers: { origin: "a", list: ["b"] } } });
    expect([
      request.header("Origin"),
      request.header("list"),
      requestFrom({ request: 5 }).header("origin"),
    ]).toEqual(["a", null, null]);
  });

  it("[FN56] all text fields are listed in their order, without the request itself", () => {
    expect(requestFrom({ b: "1", request: "x", a: ["2", "3"], c: 4, d: ["5", 6] }).fields()).toEqual([
      { name: "b", values: ["1"] },
      { name: "a", values: ["2", "3"] },
    ]);
  });
});
