import { EventEmitter } from "node:events";
import type { SyncClient } from "twilio-sync";

interface SdkItem {
  readonly key: string;
  readonly data: object;
  readonly revision: string;
  readonly dateUpdated: Date;
}
interface SdkPage {
  readonly items: readonly SdkItem[];
  readonly hasNextPage: boolean;
  nextPage(): Promise<SdkPage>;
}

export const sdkItem = (key: string, revision = "0"): SdkItem => ({
  key,
  data: { key },
  revision,
  dateUpdated: new Date(7),
});

/** An open map of the SDK, whose pages and events a test gives. */
export class FakeMap extends EventEmitter {
  readonly sid = "MP1";
  isClosed = false;
  /** Called before each page after the first is read. */
  betweenPages: () => void = () => undefined;

  constructor(readonly pages: readonly (readonly SdkItem[])[]) {
    super();
  }

  getItems(): Promise<SdkPage> {
    return Promise.resolve(this.#page(0));
  }

  close(): void {
    this.isClosed = true;
  }

  /** The SDK's private event. */
  subscription(state: "established" | "none"): void {
    this.emit("_subscriptionStateChanged", state);
  }

  #page(index: number): SdkPage {
    return {
      items: this.pages[index] ?? [],
      hasNextPage: index + 1 < this.pages.length,
      nextPage: async () => {
        await Promise.resolve();
        this.betweenPages();
        return this.#page(index + 1);
      },
    };
  }
}

/** A client that opens one map as often as it is asked to, each time a new object as the SDK does. */
export function fakeClient(
  pages: FakeMap["pages"],
  onOpen: (map: FakeMap, index: number) => void = () => undefined,
) {
  const opened: FakeMap[] = [];
  const client = {
    map: async () => {
      const map = new FakeMap(pages);
      opened.push(map);
      onOpen(map, opened.length - 1);
      return map;
    },
  };
  return { client: client as unknown as SyncClient, opened };
}
