/** The dependencies of a deploy's steps. */
import type { TwilioServerlessApiClient } from "@twilio-labs/serverless-api";
import type { Twilio } from "twilio";
import type { Builds } from "./build";
import type { Ledger } from "./ledger";
import type { DeploySettings } from "./settings";

/** The account and its clients. */
export interface AccountContext {
  readonly settings: DeploySettings;
  readonly ledger: Ledger;
  readonly client: Twilio;
  readonly serverless: TwilioServerlessApiClient;
  /** Base address that replaces Twilio's hosts; null: none. */
  readonly to: string | null;
  /** The project's folder. */
  readonly root: string;
  /** ISO 8601 */
  readonly now: () => string;
  readonly wait: (ms: number) => Promise<void>;
}

export interface DeployContext extends AccountContext {
  readonly builds: Builds;
  readonly folders: {
    /** For build output of this run only; initially empty. */
    readonly build: string;
    /** For copies of the published configuration. */
    readonly live: string;
  };
}
