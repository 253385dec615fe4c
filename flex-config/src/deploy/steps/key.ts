import { hasStatus } from "../../live/rest-error";
import type { DeployContext } from "../context";
import { ensureFunctions, type DeployTarget } from "../deploy-target";
import { setVariables } from "../variables";

/** Names the key in Twilio's console, so that its purpose is visible there. */
export const keyName = (environment: string): string =>
  `Flex Schedule Manager${environment === "" ? "" : ` (${environment})`}`;

/**
 * Ensures the API key with which the functions sign Sync tokens. The secret of a new key can be read only once,
 * so it is stored directly in the functions' variables and nowhere else, neither on the screen nor in a file.
 */
export async function keyStep(context: DeployContext): Promise<void> {
  const { client, ledger, settings } = context;
  const place = await ensureFunctions(context);
  if (settings.apiKey !== null) {
    const { sid, secret } = settings.apiKey;
    await setVariables(context, place, { API_KEY: sid, API_SECRET: secret });
    return;
  }
  if (place !== null && (await hasKey(context, place))) return;

  const name = keyName(settings.environment);
  const lost = (await client.keys.list()).filter(({ friendlyName }) => friendlyName === name);
  if (lost.length > 0) {
    ledger.note(
      `A key named "${name}" already exists (${lost.map(({ sid }) => sid).join(", ")}), but its secret is unknown. Delete it in Twilio's console if nothing else uses it.`,
    );
  }
  const key = await ledger.change(`create the API key "${name}"`, () =>
    client.newKeys.create({ friendlyName: name }),
  );
  // Follows the creation immediately, because a key whose secret is not stored is useless.
  const { sid, secret } = key ?? { sid: "", secret: "" };
  await setVariables(context, place, { API_KEY: sid, API_SECRET: secret });
}

/** Whether the functions have a key that still exists in the account. */
async function hasKey({ client }: DeployContext, { variables }: DeployTarget): Promise<boolean> {
  const sid = variables.get("API_KEY") ?? "";
  if (sid === "" || (variables.get("API_SECRET") ?? "") === "") return false;
  try {
    await client.keys(sid).fetch();
    return true;
  } catch (error) {
    if (hasStatus(error, 404)) return false;
    throw error;
  }
}
