import { hasStatus } from "../../live/rest-error";
import type { DeployContext } from "../context";
import { ensureFunctions, type DeployTarget } from "../deploy-target";
import { setVariables } from "../variables";

/** Names the key in Twilio's console, so that one can tell whose it is. */
export const keyName = (environment: string): string =>
  `Flex Schedule Manager${environment === "" ? "" : ` (${environment})`}`;

/**
 * The API key with which the functions sign Sync tokens. The secret of a new one can be read only once: it goes
 * straight into the functions' variables and nowhere else, neither to the screen nor into a file.
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
      `There is already a key called "${name}" (${lost.map(({ sid }) => sid).join(", ")}), but its secret is not known here. Delete it in Twilio's console if nothing else uses it.`,
    );
  }
  const key = await ledger.change(`create the API key "${name}"`, () =>
    client.newKeys.create({ friendlyName: name }),
  );
  // Nothing may come in between: a key whose secret was not kept is of no use.
  const { sid, secret } = key ?? { sid: "", secret: "" };
  await setVariables(context, place, { API_KEY: sid, API_SECRET: secret });
}

/** Whether the functions have a key, and the account still knows it. */
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
