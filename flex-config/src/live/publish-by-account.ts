import { budgetOf } from "@schedule-manager/functions/budget";
import { failedFrom } from "@schedule-manager/functions/endpoint/failed-from";
import { publish } from "@schedule-manager/functions/publish/publish";
import { currentHead, readWhole } from "@schedule-manager/functions/publish/read-whole";
import { publishRequestFrom } from "@schedule-manager/functions/publish/request";
import { settingsFrom } from "@schedule-manager/functions/settings";
import { syncClients } from "@schedule-manager/functions/sync/sync-clients";
import type { Actor } from "@schedule-manager/shared/sync/layout";
import { LEASE_TTL } from "@schedule-manager/shared/sync/publish-protocol";
import type { AccountContext } from "../deploy/context";
import type { LiveAnswer, Publisher } from "./publisher";

/** ms for reading everything. */
const READ_BUDGET = 60_000;

/**
 * Publishes as the functions do, by the same code in this process, with the account's credentials. No function accepts
 * these in place of a Flex token, so nothing else that has them can publish through the functions.
 */
export function publishByAccount(
  { settings, to }: Pick<AccountContext, "settings" | "to">,
  serviceSid: string,
  by: Actor,
): Publisher {
  const { accountSid, authToken, apiKey } = settings;
  const environment = settingsFrom({
    ...settings.variables,
    ACCOUNT_SID: accountSid,
    AUTH_TOKEN: authToken,
    API_KEY: apiKey?.sid,
    API_SECRET: apiKey?.secret,
    SYNC_SERVICE_SID: serviceSid,
    TWILIO_API_URL: to ?? undefined,
  });
  const clients = syncClients(environment);
  const { concurrency } = environment;
  return {
    list: () =>
      answered(async () => {
        const client = clients(budgetOf(READ_BUDGET));
        const from = await currentHead({ client, concurrency, at: new Date().toISOString() });
        const { head, items } = await readWhole(client, from, concurrency);
        const all = [...items.values()].filter(({ problem }) => problem === null);
        return {
          shards: head.data.shards,
          rules: all.flatMap(({ kind, revision, value }) =>
            kind === "rule" && value !== null ? [{ revision, value }] : [],
          ),
          schedules: all.flatMap(({ kind, revision, value }) =>
            kind === "schedule" && value !== null ? [{ revision, value }] : [],
          ),
        };
      }),
    publish: (request) =>
      answered(() =>
        publish(publishRequestFrom(JSON.parse(JSON.stringify(request))), {
          clients,
          concurrency,
          clock: Date.now,
          leaseTtl: LEASE_TTL,
          right: "edit",
          by,
        }),
      ),
  };
}

async function answered<T>(work: () => Promise<T>): Promise<LiveAnswer<T>> {
  try {
    return { ok: true, answer: await work() };
  } catch (error) {
    const { code, message, details } = failedFrom(error);
    // A bug; its message has no other place here.
    if (code === "internal") throw error;
    return { ok: false, failure: { code, message, ...(details === undefined ? {} : { details }) } };
  }
}
