import { createHmac, timingSafeEqual } from "node:crypto";
import type { Call } from "../endpoint";
import { Failed } from "../failure";

/**
 * Lets only requests through that Twilio signed, as Studio's Run Function widget does:
 * https://www.twilio.com/docs/usage/security#validating-requests
 */
export function mustBeSigned({ request, settings, context }: Call): void {
  const given = request.header("x-twilio-signature");
  const { DOMAIN_NAME: domain = "", PATH: path = "" } = context;
  const schemes = settings.apiUrl === null ? ["https"] : ["https", "http"];
  const fields = [...request.fields()];
  const signed = schemes
    .flatMap((scheme) => textsOf(`${scheme}://${domain}${path}`, fields))
    .some((text) => given !== null && isSignature(given, text, settings.authToken));
  if (!signed) {
    throw new Failed(
      "not-allowed",
      "Only requests signed by Twilio are answered here (SIGNED_ONLY). Call it with Studio's Run Function widget, not Make HTTP Request.",
    );
  }
}

type Fields = readonly (readonly [string, string])[];

/** What Twilio may have signed: the address with the form's fields in order of name, or with the query as it was. */
function textsOf(url: string, fields: Fields): string[] {
  const sorted = [...fields].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const posted = url + sorted.map(([name, value]) => name + value).join("");
  if (fields.length === 0) return [posted];
  const escaped = fields
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join("&");
  const form = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
  return [posted, `${url}?${escaped}`, `${url}?${form}`];
}

function isSignature(given: string, text: string, authToken: string): boolean {
  if (authToken === "") return false;
  const expected = createHmac("sha1", authToken).update(text, "utf8").digest();
  const actual = Buffer.from(given, "base64");
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
