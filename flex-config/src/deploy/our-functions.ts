import { twilioAddress } from "@schedule-manager/shared/api/twilio-address";
import type { DeployContext } from "./context";
import { isLoopback } from "@schedule-manager/shared/api/loopback";

const TIMEOUT = 10_000;

/** A cold or stopping function may miss a request. */
const ATTEMPTS = 3;
const INTERVAL = 1000;

/**
 * Whether a domain serves the Schedule Manager's functions, recognized by their `health`. Sends no credentials.
 * A domain that does not answer counts as foreign.
 * @param domain from Flex's configuration
 */
export async function isOurFunctions(
  { to, wait }: Pick<DeployContext, "to" | "wait">,
  domain: unknown,
): Promise<boolean> {
  const url = healthAddress(domain, to);
  if (url === null) return false;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(TIMEOUT) });
      const text = await answer.text();
      if (isHealth(text)) return true;
      if (answer.status < 500) return false;
    } catch {
      // Retried below.
    }
    if (attempt === ATTEMPTS) return false;
    await wait(INTERVAL);
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

/** Whether an answer has the fields that `health` has in every version, healthy or not. */
function isHealth(text: string): boolean {
  const { ok, version, now, ...others } = jsonObject(text);
  return (
    typeof ok === "boolean" &&
    typeof version === "string" &&
    typeof now === "number" &&
    ["tzdata", "catalogue", "snapshot"].every((field) => field in others)
  );
}

function jsonObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
