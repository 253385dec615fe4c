import { dictionary } from "@schedule-manager/shared/collections/dictionary";
import { validateRequest } from "twilio/lib/webhooks/webhooks";
import type { Call } from "../endpoint/endpoint";
import { Failed } from "../failure";
import type { Field } from "../http/request";

/**
 * Whether Twilio verified the signature before it called this function, as it does for a protected one
 * (https://www.twilio.com/docs/serverless/functions-assets/visibility). Only Twilio has the exact URL: a
 * function receives decoded fields, so it cannot distinguish `%45xample` from `Example`.
 */
const isProtected = (): boolean => process.env.SCHEDULE_MANAGER_PROTECTED === "true";

/** Each split costs a few hashes; a signed Studio request has about a dozen fields. */
const MAX_CUTS = 64;

/**
 * Refuses requests that Twilio did not sign. Studio's Run Function widget signs its requests:
 * https://www.twilio.com/docs/usage/security#validating-requests
 */
export function mustBeSigned({ request, settings, context }: Call): void {
  if (isProtected()) return;
  const signature = request.header("x-twilio-signature") ?? "";
  const { DOMAIN_NAME: domain = "", PATH: path = "" } = context;
  const schemes = settings.apiUrl === null ? ["https"] : ["https", "http"];
  const isSigned = (url: string, posted: readonly Field[]): boolean =>
    validateRequest(settings.authToken, signature, url, paramsOf(posted));
  const fields = request.fields();
  const found =
    signature !== "" &&
    settings.authToken !== "" &&
    domain !== "" &&
    schemes.some((scheme) =>
      cutsOf(fields).some(([query, posted]) =>
        addressesOf(`${scheme}://${domain}${path}`, query).some((url) => isSigned(url, posted)),
      ),
    );
  if (!found) {
    throw new Failed(
      "not-allowed",
      "This function accepts only requests signed by Twilio (SIGNED_ONLY). Use Studio's Run Function widget instead of Make HTTP Request.",
    );
  }
}

/**
 * Possible splits of the fields into query and body. The runtime merges them, query first, without marking where
 * the body starts.
 */
function cutsOf(fields: readonly Field[]): (readonly [query: readonly Field[], posted: readonly Field[]])[] {
  const places = fields.length > MAX_CUTS ? [0, fields.length] : [...fields.keys(), fields.length];
  return places.map((place) => [fields.slice(0, place), fields.slice(place)] as const);
}

/** Common encodings of a query. The library tries each with and without a port. */
function addressesOf(url: string, query: readonly Field[]): string[] {
  if (query.length === 0) return [url, `${url}?`];
  const pairs = query.flatMap(({ name, values }) => values.map((value) => [name, value] as const));
  const written = [
    pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&"),
    new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString(),
    ...(pairs.flat().some((text) => /[&=#%+]/.test(text))
      ? []
      : [pairs.map(([name, value]) => `${name}=${value}`).join("&")]),
  ];
  return [...new Set(written)].flatMap((text) => [`${url}?${text}`, `${url}?${text}&`]);
}

/** Parameters for the library: repeated names become a list. */
function paramsOf(posted: readonly Field[]): Record<string, unknown> {
  const params = dictionary<unknown>();
  for (const { name, values } of posted) params[name] = values.length === 1 ? values[0] : [...values];
  return params;
}
