import { SyncClient, type SyncDocument, type SyncMap, type SyncMapItem } from "twilio-sync";
import { MAX_PAGE } from "@schedule-manager/shared/sync-layout";
import {
  type ClientListener,
  type ClientState,
  type Connect,
  type Lost,
  type MapListener,
  type SyncConnection,
  type SyncItem,
  SyncProblem,
} from "./connection";

/** ms between attempts to get the socket back: soon at first, and never minutes apart as the SDK's default. */
export const RETRY = { min: 500, max: 30_000, randomness: 0.5 } as const;
/** How often a map is opened anew because items were added while its pages were read. */
export const MAX_READS = 5;

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

function lost(error: unknown): Lost {
  const { status, code, message } = (error ?? {}) as { status?: unknown; code?: unknown; message?: unknown };
  return {
    status: typeof status === "number" ? status : 0,
    code: typeof code === "number" ? code : 0,
    message: typeof message === "string" ? message : String(error),
  };
}

const problem = (error: unknown): SyncProblem => {
  const { status, code, message } = lost(error);
  return new SyncProblem(status, code, message);
};

/** Copied at once: the SDK goes on changing its own object. */
const itemOf = ({ key, data, revision, dateUpdated }: SyncMapItem): SyncItem => ({
  key,
  data,
  revision,
  updated: dateUpdated.getTime(),
});

/**
 * The items that came with the map's own request; null: not all of them, or this SDK keeps them elsewhere. The
 * SDK's public way to the items asks Sync again, and reads are what Sync limits (20 a second for each map).
 */
function included(map: SyncMap): readonly SyncItem[] | null {
  interface Raw {
    readonly key: string;
    readonly data: unknown;
    readonly revision: string;
    readonly date_updated: Date;
  }
  const { syncMapImpl } = map as unknown as {
    readonly syncMapImpl?: { readonly descriptor?: { readonly items?: readonly Raw[] } };
  };
  const items = syncMapImpl?.descriptor?.items;
  if (items === undefined || items.length >= MAX_PAGE) return null;
  return items.map(({ key, data, revision, date_updated }) => ({
    key,
    data,
    revision,
    updated: date_updated.getTime(),
  }));
}

async function paged(map: SyncMap): Promise<SyncItem[]> {
  const items: SyncItem[] = [];
  for (let page = await map.getItems({ pageSize: MAX_PAGE }); ; page = await page.nextPage()) {
    items.push(...page.items.map(itemOf));
    if (!page.hasNextPage) return items;
  }
}

/**
 * Listeners first, then the items, then what came meanwhile.
 * @returns false when an item was added while pages were read: the SDK pages through its cache and would skip
 *   whatever lies before an item that it got to know by an event
 */
async function follow(map: SyncMap, listener: MapListener): Promise<boolean> {
  let waiting: (() => void)[] | null = [];
  let added = false;
  const tell = (event: () => void): void => {
    if (waiting === null) event();
    else waiting.push(event);
  };
  map.on("itemAdded", ({ item }: { item: SyncMapItem }) => {
    added = true;
    const copy = itemOf(item);
    tell(() => {
      listener.changed(copy);
    });
  });
  map.on("itemUpdated", ({ item }: { item: SyncMapItem }) => {
    const copy = itemOf(item);
    tell(() => {
      listener.changed(copy);
    });
  });
  map.on("itemRemoved", ({ key }: { key: string }) => {
    tell(() => {
      listener.removed(key);
    });
  });
  map.on("removed", () => {
    tell(() => {
      listener.lost({ status: 404, code: 0, message: "The map was removed." });
    });
  });
  map.on("failure", (error: unknown) => {
    tell(() => {
      listener.lost(lost(error));
    });
  });
  let items = included(map);
  if (items === null) {
    items = await paged(map);
    if (added) return false;
  }
  listener.reset(items);
  const events = waiting;
  waiting = null;
  for (const event of events) event();
  return true;
}

function connection(client: SyncClient): SyncConnection {
  return {
    async watchMap(name, listener) {
      try {
        for (let read = 1; ; read += 1) {
          const map = await client.map({ id: name, mode: "open_existing", includeItems: true });
          if (await follow(map, listener)) {
            return {
              close: () => {
                map.close();
              },
            };
          }
          map.close();
          if (read === MAX_READS) throw new SyncProblem(0, 0, `${name} kept changing while it was read.`);
        }
      } catch (error) {
        throw problem(error);
      }
    },

    async watchDocument(name, listener) {
      try {
        const document: SyncDocument = await client.document({ id: name, mode: "open_existing" });
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

    async updateToken(token) {
      try {
        await client.updateToken(token);
      } catch (error) {
        throw problem(error);
      }
    },

    close() {
      client.removeAllListeners();
      // It never settles on a socket that Twilio refused for good; nobody waits for it.
      client.shutdown().catch(() => undefined);
    },
  };
}

export interface TwilioSyncOptions {
  readonly region: string | null;
  /** For the SDK, as it documents them or not; tests point it at a Sync of their own. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Opens the SDK's client; the token decides which Sync service it speaks to. */
export const twilioSync =
  ({ region, more }: TwilioSyncOptions): Connect =>
  (token, listener: ClientListener) => {
    const client = new SyncClient(token, {
      logLevel: "silent",
      retryPolicy: RETRY,
      // A reload shall read what is there now, with the items in the same request.
      Sync: { enableSessionStorage: false },
      ...(region === null ? {} : { region }),
      ...more,
    });
    client.on("connectionStateChanged", (state) => {
      listener.state(STATES[state] ?? "disconnected");
    });
    client.on("connectionError", ({ terminal }) => {
      if (terminal && client.connectionState !== "denied") listener.state("unsupported");
    });
    client.on("tokenAboutToExpire", () => {
      listener.tokenEnding();
    });
    client.on("tokenExpired", () => {
      listener.tokenEnded();
    });
    return connection(client);
  };
