/** What every step of a deploy has at hand. */
import type { TwilioServerlessApiClient } from "@twilio-labs/serverless-api";
import type { Twilio } from "twilio";
import type { Builds } from "./build";
import type { Ledger } from "./ledger";
import type { DeploySettings } from "./settings";

/** The account, and how to ask it. */
export interface AccountContext {
  readonly settings: DeploySettings;
  readonly ledger: Ledger;
  readonly client: Twilio;
  readonly serverless: TwilioServerlessApiClient;
  /** Where Twilio's hosts are instead of at their own addresses; null: there. */
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
    /** For what is built, by this run alone; there is nothing in it at first. */
    readonly build: string;
    /** What was live is kept there, for whoever needs it back. */
    readonly live: string;
  };
}
