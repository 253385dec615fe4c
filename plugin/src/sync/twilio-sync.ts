import { SyncClient } from "twilio-sync";
import { type ClientListener, type ClientState, type Connect, type SyncConnection } from "./connection";
import type { SdkLogLevel } from "../debug/debug";
import { changeItem } from "./change-item";
import { endClient } from "./end-client";
import { followMap } from "./follow-map";
import { itemLister } from "./list-items";
import { problem, lost } from "./problem";
import { openMaps } from "./open-maps";

/** ms between attempts to get the socket back: soon at first, and never minutes apart as the SDK's default. */
const RETRY = { min: 500, max: 30_000, randomness: 0.5 } as const;
/** How Twilsock closes a client whose protocol it does not take any more. */
const NOT_ACCEPTABLE = 406;

/** As the SDK gives them, `retrying` though it does not name it. https://www.twilio.com/docs/sync/connection-states */
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
        const tell = (): void => {
          listener.changed({ data: document.data, revision: document.revision });
        };
        document.on("updated", tell);
        document.on("removed", () => {
          listener.lost({ status: 404, code: 0, message: "The document was removed." });
        });
        document.on("failure", (error: unknown) => {
          listener.lost(lost(error));
        });
        tell();
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
  /** How much the SDK writes to the console. Default: nothing. */
  readonly logLevel?: SdkLogLevel;
  /** For the SDK, as it documents them or not; tests point it at a Sync of their own. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Opens the SDK's client; the token decides which Sync service it speaks to. */
export const twilioSync =
  ({ region, logLevel = "silent", more }: TwilioSyncOptions): Connect =>
  (token, listener: ClientListener) => {
    const client = new SyncClient(token, {
      logLevel,
      retryPolicy: RETRY,
      // The SDK would open objects from the tab's memory, and then not know which events it missed.
      Sync: { enableSessionStorage: false },
      ...(region === null ? {} : { region }),
      ...more,
    });
    client.on("connectionStateChanged", (state) => {
      listener.state(STATES[state] ?? "disconnected");
    });
    // A socket that breaks while it opens is called terminal, too, though the SDK goes on: that one has no status.
    client.on("connectionError", (error) => {
      const { terminal, httpStatusCode } = error as typeof error & { readonly httpStatusCode?: unknown };
      if (terminal && httpStatusCode === NOT_ACCEPTABLE) listener.state("unsupported");
    });
    client.on("tokenAboutToExpire", () => {
      listener.tokenEnding();
    });
    client.on("tokenExpired", () => {
      listener.tokenEnded();
    });
    return connection(client);
  };
