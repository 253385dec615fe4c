import { api } from "@twilio-labs/serverless-api";
import type { DeployContext } from "./context";
import type { DeployTarget } from "./deploy-target";

/** Sets missing or different variables and keeps all others. Never prints values. */
export async function setVariables(
  { ledger, serverless }: DeployContext,
  place: DeployTarget | null,
  wanted: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [key, value] of Object.entries(wanted)) {
    const now = place?.variables.get(key);
    if (now === value) continue;
    await ledger.change(
      `${now === undefined ? "set" : "change"} the functions' variable ${key}`,
      async () => {
        if (place === null) throw new Error("there is no environment");
        const { environmentSid, serviceSid } = place;
        await api.setEnvironmentVariables({ [key]: value }, environmentSid, serviceSid, serverless, false);
      },
    );
  }
}
