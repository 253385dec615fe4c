import type { SyncTokenAnswer } from "@schedule-manager/shared/api/api";
import type { CallResult } from "@schedule-manager/plugin/functions/call";
import type { CatalogueCache } from "@schedule-manager/plugin/catalogue/cache/stored-catalogue";
import { browserSync, type BrowserSync } from "@schedule-manager/plugin/app/browser-sync";
import { isLive, isLoaded } from "@schedule-manager/plugin/catalogue/live";
import type { RootState } from "@schedule-manager/plugin/store/root";
import type { Connect } from "@schedule-manager/plugin/sync/connection";
import { flexLikeStore } from "../../unit/plugin/store";

export interface LiteAgentOptions {
  readonly connect: Connect;
  readonly askFunctions: () => Promise<CallResult<SyncTokenAnswer>>;
  readonly agents: number;
  /** Receives each error that an agent would see. */
  readonly onError: (reason: string) => void;
}

/** An agent's browser: the product's own connection, following and cache, on a store without items. */
export class LiteAgent {
  private opened: BrowserSync | null = null;
  private store: ReturnType<typeof flexLikeStore> | null = null;
  /** The data that survives a reload in the browser: the layout and its token. */
  private place: unknown = undefined;
  private readonly cache: CatalogueCache = {
    load: () => Promise.resolve(this.place === undefined ? null : { items: [], place: this.place }),
    save: ({ place }) => {
      this.place = place;
      return Promise.resolve(true);
    },
  };

  constructor(private readonly options: LiteAgentOptions) {}

  get isLive(): boolean {
    return this.store !== null && isLive(this.store.getState().scheduleManager.live);
  }

  get hasKept(): boolean {
    return this.place !== undefined;
  }

  /** Opens the page's connection. @returns promises for the first data on screen, and for live data */
  open(): { readonly shown: Promise<number>; readonly live: Promise<number> } {
    const begun = performance.now();
    const store = flexLikeStore();
    this.store = store;
    const when = (is: (state: RootState["scheduleManager"]) => boolean): Promise<number> =>
      new Promise((resolve) => {
        const stop = store.subscribe(() => {
          if (!is(store.getState().scheduleManager)) return;
          stop();
          resolve(performance.now() - begun);
        });
      });
    const times = { shown: when(({ live }) => isLoaded(live)), live: when(({ live }) => isLive(live)) };
    let before = "";
    store.subscribe(() => {
      const { connection } = store.getState().scheduleManager;
      const reason = "reason" in connection ? connection.reason : "";
      if (reason !== before && reason !== "" && reason !== "network") this.options.onError(reason);
      before = reason;
    });
    const { connect, askFunctions, agents } = this.options;
    this.opened = browserSync({
      identity: "sam",
      store,
      connect,
      cache: this.cache,
      askFunctions,
      mayEdit: false,
      mayView: false,
      isShown: () => false,
      agents,
      now: Date.now,
      random: Math.random,
      debug: { trace: () => undefined, sdkLogLevel: "silent" },
    });
    this.opened.open();
    return times;
  }

  close(): void {
    this.opened?.close();
    this.opened = null;
    this.store = null;
  }
}
