import { createHash } from "node:crypto";
import * as v from "valibot";
import { Failed } from "../failure";
import { addressOf } from "../http/address";
import { send } from "../http/send";
import type { Request } from "../http/request";
import type { Settings } from "../settings";
import type { Person } from "./person";

const IAM = "https://iam.twilio.com";
const VALIDATE_TIMEOUT = 4000;
/** Milliseconds for which a validation is cached: a revoked token remains valid for at most this time. */
const TOKEN_CACHE_TIME = 60_000;
const TOKEN_CACHE_SIZE = 500;
/** Flex tokens are encrypted web tokens of one to two thousand characters. */
const MAX_TOKEN = 8192;

/** Validates Flex tokens with Twilio and caches the results. Stores hashes of tokens, never tokens. */
class FlexTokens {
  readonly #known = new Map<string, { readonly person: Promise<Person>; readonly until: number }>();

  /** @param now ms since the epoch */
  async personOf(request: Request, settings: Settings, now: number): Promise<Person> {
    const token = request.text("Token", MAX_TOKEN);
    if (token === null || token === "") {
      throw new Failed("token-missing", "Send the Flex token of the signed-in user as Token.");
    }
    const key = createHash("sha256").update(`${settings.accountSid}:${token}`).digest("base64");
    const known = this.#known.get(key);
    const person = await (known !== undefined && known.until > now
      ? known.person
      : this.#ask(key, token, settings, now));
    if (person.expiresAt <= now) throw invalid();
    return person;
  }

  #ask(key: string, token: string, settings: Settings, now: number): Promise<Person> {
    const person = validate(token, settings);
    this.#known.delete(key);
    this.#known.set(key, { person, until: now + TOKEN_CACHE_TIME });
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= TOKEN_CACHE_SIZE) break;
      this.#known.delete(oldest);
    }
    // Failures are not cached, because Twilio may have refused a valid token during an outage.
    person.catch(() => this.#known.delete(key));
    return person;
  }
}

const invalid = () =>
  new Failed(
    "token-invalid",
    "The Flex token is invalid or has expired. Sign in to Flex again, or reload the page.",
  );

async function validate(token: string, settings: Settings): Promise<Person> {
  const url = `${IAM}/v1/Accounts/${encodeURIComponent(settings.accountSid)}/Tokens/validate`;
  const [user, password] =
    settings.authToken === ""
      ? [settings.apiKey, settings.apiSecret]
      : [settings.accountSid, settings.authToken];
  const answer = await send({
    method: "POST",
    url: addressOf(url, settings.apiUrl),
    user,
    password,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ token }),
    timeout: VALIDATE_TIMEOUT,
  }).catch(() => null);
  if (answer === null || answer.status >= 500 || answer.status === 429) {
    throw new Failed(
      "sync-unreachable",
      "Twilio could not validate the Flex token. Try again in a few seconds.",
    );
  }
  return personFrom(answer.body);
}

const validated = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    valid: v.literal(true),
    identity: v.pipe(v.string(), v.nonEmpty()),
    roles: v.fallback(v.array(v.unknown()), []),
    expiration: v.optional(v.unknown()),
  }),
);

/** Accepts an answer only if it says `valid: true` and names a person, whatever its HTTP status. */
function personFrom(body: string): Person {
  const result = v.safeParse(validated, body);
  if (!result.success) throw invalid();
  const { identity, roles, expiration } = result.output;
  return {
    identity,
    roles: roles.filter((role) => typeof role === "string"),
    expiresAt: instantOf(expiration),
  };
}

/** Parses a date in ISO 8601, seconds or milliseconds to ms since the epoch; Infinity when absent. */
function instantOf(value: unknown): number {
  const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof number === "number") return number < 1e11 ? number * 1000 : number;
  const parsed = typeof value === "string" ? Date.parse(value) : NaN;
  return Number.isNaN(parsed) ? Infinity : parsed;
}

/** One cache for each function instance. */
export const flexTokens = new FlexTokens();
