import { MAX_PAGE } from "@schedule-manager/shared/sync/layout";
import type { Twilio } from "twilio";
import { pathKey } from "../../../functions/src/sync/path-key";
import type { SyncClient, SyncDocument, SyncEntry } from "../../../functions/src/sync/sync-client";
import { SyncFailure, kindOfStatus } from "../../../functions/src/sync/sync-failure";

interface Fetched {
  readonly body: { readonly revision: string; readonly data: unknown; readonly dateUpdated: Date };
  readonly headers: Readonly<Record<string, string>>;
}

/** Sync through the `twilio` library. Its client must use a `RewritingClient`. */
export class TwilioSyncClient implements SyncClient {
  readonly #client: Twilio;
  readonly #serviceSid: string;

  constructor(client: Twilio, serviceSid: string) {
    this.#client = client;
    this.#serviceSid = serviceSid;
  }

  async readDocument(name: string): Promise<SyncDocument | null> {
    return orNull(() => this.#documents(name).fetchWithHttpInfo().then(documentOf));
  }

  async updateDocument(name: string, data: object, revision: string): Promise<SyncDocument> {
    return translated(() =>
      this.#documents(name).updateWithHttpInfo({ data, ifMatch: revision }).then(documentOf),
    );
  }

  async readItem(map: string, key: string): Promise<SyncEntry | null> {
    return orNull(() => this.#items(map)(pathKey(key)).fetch().then(entryOf));
  }

  async listItems(map: string): Promise<readonly SyncEntry[]> {
    return translated(async () => (await this.#items(map).list({ pageSize: MAX_PAGE })).map(entryOf));
  }

  async createItem(map: string, key: string, data: object): Promise<SyncEntry> {
    return translated(() =>
      this.#items(map)
        .create({ key: pathKey(key), data })
        .then(entryOf),
    );
  }

  async updateItem(map: string, key: string, data: object, revision: string): Promise<SyncEntry> {
    return translated(() => this.#items(map)(pathKey(key)).update({ data, ifMatch: revision }).then(entryOf));
  }

  async removeItem(map: string, key: string, revision: string): Promise<void> {
    await translated(() => this.#items(map)(pathKey(key)).remove({ ifMatch: revision }));
  }

  #service() {
    return this.#client.sync.v1.services(this.#serviceSid);
  }

  #documents(name: string) {
    return this.#service().documents(name);
  }

  #items(map: string) {
    return this.#service().syncMaps(map).syncMapItems;
  }
}

const entryOf = ({ key, revision, data }: { key: string; revision: string; data: unknown }): SyncEntry => ({
  key,
  revision,
  data,
});

function documentOf({ body, headers }: Fetched): SyncDocument {
  const readAt = Date.parse(headers.date ?? "");
  return {
    revision: body.revision,
    data: body.data,
    updatedAt: body.dateUpdated.getTime(),
    readAt: Number.isNaN(readAt) ? Date.now() : readAt,
  };
}

async function orNull<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await translated(call);
  } catch (error) {
    if (error instanceof SyncFailure && error.kind === "missing") return null;
    throw error;
  }
}

/** Converts the library's rejections (RestException with a status, AxiosError without an answer) to ours. */
async function translated<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof SyncFailure) throw error;
    const { status, code } = error as { status?: unknown; code?: unknown };
    if (typeof status !== "number") {
      throw new SyncFailure("unreachable", `Sync: ${error instanceof Error ? error.message : "no answer"}`);
    }
    const number = typeof code === "number" ? code : 0;
    throw new SyncFailure(kindOfStatus(status), `Sync answered ${status}`, status, number);
  }
}
