import type { AccountContext } from "./context";
import type { Ledger } from "./ledger";
import { settingsFrom, type Values } from "./settings";
import { restClient } from "./twilio/rest-client";
import { serverlessClient } from "./twilio/serverless-client";
import { readValues, rehearsalValues } from "./values";

export interface OpenOptions {
  /** The settings file; null: the default one. */
  readonly env: string | null;
  /** Base address that replaces Twilio's hosts; null: none. */
  readonly to: string | null;
  readonly environment: Values;
  readonly root: string;
  readonly ledger: Ledger;
  readonly now?: () => string;
  readonly wait?: (ms: number) => Promise<void>;
}

/** Reads the settings and creates the clients, without calling Twilio. */
export async function openContext(options: OpenOptions): Promise<AccountContext> {
  const { env, to, environment, root, ledger } = options;
  const values = readValues(root, env, environment);
  const settings = settingsFrom(to === null ? values : await rehearsalValues(values, to));
  const { accountSid, authToken } = settings;
  return {
    settings,
    ledger,
    client: restClient(accountSid, authToken, to),
    serverless: serverlessClient(accountSid, authToken, to),
    to,
    root,
    now: options.now ?? (() => new Date().toISOString()),
    wait: options.wait ?? ((ms) => new Promise((done) => setTimeout(done, ms))),
  };
}
