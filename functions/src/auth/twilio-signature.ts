import { validateRequest } from "twilio/lib/webhooks/webhooks";
import type { Call } from "../endpoint/endpoint";
import { Failed } from "../failure";
import type { Field } from "../http/request";

/**
 * Whether Twilio checked the signature before it called this function, which it does for a protected one
 * (https://www.twilio.com/docs/serverless/functions-assets/visibility). Only Twilio knows the address to the letter:
 * a function gets decoded fields, so `%45xample` and `Example` are the same to it.
 */
const isProtected = (): boolean => process.env.SCHEDULE_MANAGER_PROTECTED === "true";

/** Each way to cut the fields costs a few hashes; a signed request of Studio's has a dozen fields. */
const MAX_CUTS = 64;

/**
 * Lets only requests through that Twilio signed, as Studio's Run Function widget does:
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
      "Only requests signed by Twilio are answered here (SIGNED_ONLY). Call it with Studio's Run Function widget, not Make HTTP Request.",
    );
  }
}

/**
 * The runtime merges the query and the body, and does not say which field came from where; the query comes first. So
 * each place may be where the body begins.
 */
function cutsOf(fields: readonly Field[]): (readonly [query: readonly Field[], posted: readonly Field[]])[] {
  const places = fields.length > MAX_CUTS ? [0, fields.length] : [...fields.keys(), fields.length];
  return places.map((place) => [fields.slice(0, place), fields.slice(place)] as const);
}

/** The ways in which programs write a query; the library tries each with and without a port. */
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

/** As the library takes them: a name that comes several times has a list. */
function paramsOf(posted: readonly Field[]): Record<string, unknown> {
  const params = Object.create(null) as Record<string, unknown>;
  for (const { name, values } of posted) params[name] = values.length === 1 ? values[0] : [...values];
  return params;
}
