import { SyncClient } from "twilio-sync";
import { type ClientListener, type ClientState, type Connect, type SyncConnection } from "./connection";
import type { SdkLogLevel } from "../debug/debug";
import { changeItem } from "./change-item";
import { endClient } from "./end-client";
import { followMap } from "./follow-map";
import { itemLister } from "./list-items";
import { problem, lost } from "./problem";
import { openMaps } from "./open-maps";

/** ms between reconnection attempts. The SDK's default grows to minutes. */
const RETRY = { min: 500, max: 30_000, randomness: 0.5 } as const;
/** The status with which Twilsock closes a client whose protocol it no longer accepts. */
const NOT_ACCEPTABLE = 406;

/** The SDK's states, including the undocumented `retrying`. https://www.twilio.com/docs/sync/connection-states */
const STATES: Readonly<Record<string, ClientState>> = {
  connecting: "connecting",
  retrying: "connecting",
  connected: "connected",
  disconnecting: "disconnected",
  disconnected: "disconnected",
  denied: "denied",
  error: "unsupported",
  unsupported: "unsupported",
};

function connection(client: SyncClient): SyncConnection {
  const open = openMaps(client);
  const list = itemLister(open);
  return {
    async watchMap(name, listener) {
      try {
        return await followMap(() => open(name), name, listener);
      } catch (error) {
        throw problem(error);
      }
    },

    async watchDocument(name, listener) {
      try {
        const document = await client.document({ id: name, mode: "open_existing" });
        const report = (): void => {
          listener.changed({ data: document.data, revision: document.revision });
        };
        document.on("updated", report);
        document.on("removed", () => {
          listener.lost({ status: 404, code: 0, message: "The document was removed." });
        });
        document.on("failure", (error: unknown) => {
          listener.lost(lost(error));
        });
        report();
        return {
          close: () => {
            document.close();
          },
        };
      } catch (error) {
        throw problem(error);
      }
    },

    async listItems(name, range) {
      try {
        return await list(name, range);
      } catch (error) {
        throw problem(error);
      }
    },

    async changeItem(name, key, ttl, change) {
      try {
        return await changeItem(open, name, key, ttl, change);
      } catch (error) {
        throw problem(error);
      }
    },

    async updateToken(token) {
      try {
        await client.updateToken(token);
      } catch (error) {
        throw problem(error);
      }
    },

    close() {
      client.removeAllListeners();
      endClient(client);
    },
  };
}

export interface TwilioSyncOptions {
  readonly region: string | null;
  /** How much the SDK logs to the console. Default: nothing. */
  readonly logLevel?: SdkLogLevel;
  /** Further SDK options, documented or not; tests point the SDK at a local Sync. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Opens the SDK's client; the token determines the Sync service. */
export const twilioSync =
  ({ region, logLevel = "silent", more }: TwilioSyncOptions): Connect =>
  (token, listener: ClientListener) => {
    const client = new SyncClient(token, {
      logLevel,
      retryPolicy: RETRY,
      // The SDK would open objects from the tab's storage without knowing which events it missed.
      Sync: { enableSessionStorage: false },
      ...(region === null ? {} : { region }),
      ...more,
    });
    client.on("connectionStateChanged", (state) => {
      listener.state(STATES[state] ?? "disconnected");
    });
    // The SDK calls a socket that breaks while opening terminal too, but retries it; that error has no status.
    client.on("connectionError", (error) => {
      const status = "httpStatusCode" in error ? error.httpStatusCode : undefined;
      if (error.terminal && status === NOT_ACCEPTABLE) listener.state("unsupported");
    });
    client.on("tokenAboutToExpire", () => {
      listener.tokenEnding();
    });
    client.on("tokenExpired", () => {
      listener.tokenEnded();
    });
    return connection(client);
  };
