import { mustBeSigned } from "@schedule-manager/functions/auth/twilio-signature";
import type { Call } from "@schedule-manager/functions/endpoint/endpoint";
import { requestFrom } from "@schedule-manager/functions/http/request";
import { settingsFrom } from "@schedule-manager/functions/settings";
import twilio from "twilio";

const AUTH_TOKEN = "0123456789abcdef0123456789abcdef";
const URL_OF_CHECK = "https://schedule-1234.twil.io/check-schedule";

type Params = Readonly<Record<string, string | readonly string[]>>;

/** Signs like Twilio: the requested address, then the posted fields. */
const signature = (url: string, posted: Params = {}, token = AUTH_TOKEN): string =>
  twilio.getExpectedTwilioSignature(token, url, posted as Record<string, unknown>);

/** The runtime's event: query and body, merged and decoded. */
function call(fields: Params, signed: string | null, env: Readonly<Record<string, string>> = {}): Call {
  const headers = signed === null ? {} : { "x-twilio-signature": signed };
  return {
    request: requestFrom({ request: { headers, cookies: {} }, ...fields }),
    settings: settingsFrom({ AUTH_TOKEN, ...env }),
    context: { DOMAIN_NAME: "schedule-1234.twil.io", PATH: "/check-schedule" },
    now: 0,
    requestId: "request-1",
  };
}
const isLetThrough = (...args: Parameters<typeof call>): boolean => {
  try {
    mustBeSigned(call(...args));
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: "not-allowed" });
    return false;
  }
};

const NAME = { name: "Café 東京 & <b> it's (1)!" };
const STUDIO = { FlowSid: "FW1", name: "Example" };
const STUDIO_QUERY = { name: "Example", FlowSid: "FW1" };

describe("Twilio's signature", () => {
  it.each<[string, Params, string, Params?]>([
    ["POST of a form", STUDIO, URL_OF_CHECK, STUDIO],
    ["POST of a form, fields in another order", { name: "Example", FlowSid: "FW1" }, URL_OF_CHECK, STUDIO],
    ["POST with the port", STUDIO, URL_OF_CHECK.replace(".io", ".io:443"), STUDIO],
    ["GET, percent-encoded", NAME, `${URL_OF_CHECK}?name=${encodeURIComponent(NAME.name)}`],
    ["GET, spaces as +", NAME, `${URL_OF_CHECK}?${new URLSearchParams(NAME).toString()}`],
    ["GET, not encoded", { name: "sip:a@b" }, `${URL_OF_CHECK}?name=sip:a@b`],
    ["GET with the port", { name: "Example" }, `${URL_OF_CHECK.replace(".io", ".io:443")}?name=Example`],
    ["GET with a trailing &", { name: "Example" }, `${URL_OF_CHECK}?name=Example&`],
    ["GET with an empty query", {}, `${URL_OF_CHECK}?`],
    ["GET with a repeated name", { a: ["1", "2"], name: "x" }, `${URL_OF_CHECK}?a=1&a=2&name=x`],
    ["POST with a query", STUDIO_QUERY, `${URL_OF_CHECK}?name=Example`, { FlowSid: "FW1" }],
    [
      "POST with a query, a trailing & and the port",
      { name: "Example", locale: "de", AccountSid: "AC1", CallSid: "CA1" },
      `${URL_OF_CHECK.replace(".io", ".io:443")}?name=Example&locale=de&`,
      { CallSid: "CA1", AccountSid: "AC1" },
    ],
    [
      "POST of a list",
      { name: "x", tag: ["b", "a", "b"] },
      URL_OF_CHECK,
      { name: "x", tag: ["b", "a", "b"] },
    ],
    [
      "POST of more fields than are cut",
      Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`field${index}`, "x"])),
      URL_OF_CHECK,
      Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`field${index}`, "x"])),
    ],
  ])("[FN56] %s is accepted", (_, fields, url, posted = {}) => {
    expect(isLetThrough(fields, signature(url, posted))).toBe(true);
  });

  it.each<[string, Params, string | null, Readonly<Record<string, string>>?]>([
    ["no signature", STUDIO, null],
    ["an empty one", STUDIO, ""],
    ["nonsense", STUDIO, "nonsense"],
    ["that of another account", STUDIO, signature(URL_OF_CHECK, STUDIO, "f".repeat(32))],
    ["that of another address", STUDIO, signature("https://evil.example/check-schedule", STUDIO)],
    ["another value", { ...STUDIO, name: "Shut" }, signature(URL_OF_CHECK, STUDIO)],
    ["one more field", { ...STUDIO, simulate: "2026-01-01" }, signature(URL_OF_CHECK, STUDIO)],
    ["one more field of several values", { ...STUDIO, tag: ["a", "b"] }, signature(URL_OF_CHECK, STUDIO)],
    ["another value of several", { tag: ["a", "c"] }, signature(URL_OF_CHECK, { tag: ["a", "b"] })],
    ["one more field behind a query", { name: "x", evil: "1" }, signature(`${URL_OF_CHECK}?name=x`)],
    ["no http outside development", STUDIO, signature(URL_OF_CHECK.replace("https", "http"), STUDIO)],
    ["no token to check with", STUDIO, signature(URL_OF_CHECK, STUDIO, ""), { AUTH_TOKEN: "" }],
  ])("[FN56] %s is refused", (_, fields, signed, env = {}) => {
    expect(isLetThrough(fields, signed, env)).toBe(false);
  });

  it("[FN56] in development http is accepted as well", () => {
    const signed = signature(URL_OF_CHECK.replace("https", "http"), STUDIO);
    expect(isLetThrough(STUDIO, signed, { TWILIO_API_URL: "http://localhost:3002" })).toBe(true);
  });

  it("[FN56] a protected function leaves the verification to Twilio, which has the exact address", () => {
    process.env.SCHEDULE_MANAGER_PROTECTED = "true";
    try {
      expect(isLetThrough({ name: "Example" }, signature(`${URL_OF_CHECK}?name=%45xample`))).toBe(true);
    } finally {
      delete process.env.SCHEDULE_MANAGER_PROTECTED;
    }
  });
});
