import { twilioAddress } from "@schedule-manager/shared/twilio-address";
import { isLoopback } from "./safe-address";

const TIMEOUT = 10_000;

/**
 * Whether functions of the Schedule Manager answer at a domain: only they have a `health` that says so. No credentials
 * are sent. A domain that does not answer is not ours.
 * @param domain as it stands in Flex's configuration
 * @param to where Twilio's hosts are instead of at their own addresses; null: there
 */
export async function isOurFunctions(domain: unknown, to: string | null): Promise<boolean> {
  const url = healthAddress(domain, to);
  if (url === null) return false;
  try {
    const answer = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(TIMEOUT) });
    return isHealth(await answer.json());
  } catch {
    return false;
  }
}

function healthAddress(domain: unknown, to: string | null): string | null {
  if (typeof domain !== "string" || domain.trim() === "") return null;
  const text = domain.trim();
  const address = text.includes("://") ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const { protocol, origin, hostname } = new URL(address);
  if (isLoopback(hostname)) return `${origin}/health`;
  return protocol === "https:" ? twilioAddress(`${origin}/health`, to) : null;
}

/** The fields that `health` has in every version, whether it is well or not. */
function isHealth(body: unknown): boolean {
  if (typeof body !== "object" || body === null) return false;
  const { ok, version, now } = body as { ok?: unknown; version?: unknown; now?: unknown };
  return (
    typeof ok === "boolean" &&
    typeof version === "string" &&
    typeof now === "number" &&
    "tzdata" in body &&
    "catalogue" in body &&
    "snapshot" in body
  );
}
