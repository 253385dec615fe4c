/**
 * One browser with the real SDK, the whole catalogue and a badge on its screen, in real time. It has its own process,
 * as pages do.
 */
import { describeBadge } from "@schedule-manager/shared/i18n/describe-badge";
import { createCatalogueSelectors } from "@schedule-manager/plugin/catalogue/selectors";
import { createQueueSelectors } from "@schedule-manager/plugin/features/badges/queue-status";
import { httpFunctions } from "@schedule-manager/plugin/functions/functions";
import { browserSync, type BrowserSync } from "@schedule-manager/plugin/app/browser-sync";
import { ticked } from "@schedule-manager/plugin/catalogue/clock";
import { isLive, isLoaded } from "@schedule-manager/plugin/catalogue/live";
import type { RootState } from "@schedule-manager/plugin/store/root";
import type { Connect } from "@schedule-manager/plugin/sync/connection";
import { twilioSync } from "@schedule-manager/plugin/sync/twilio-sync";
import { MemoryCache } from "../../unit/plugin/catalogue/memory-cache";
import { flexLikeStore } from "../../unit/plugin/store";
import type { BrowserReport, BrowserSettings, ScreenChange, ToBrowser } from "./messages";
import { pageGlobals } from "./page-globals";

/** The longest wait for a change, ms. */
const PATIENCE = 15_000;
/** ms after which a page only holds what it needs permanently. */
const SETTLED = 3000;
const QUEUE = { sid: "WQ7", name: "Schedule 7" };

pageGlobals();
// The SDK's socket for Node, unlike a browser's, throws when it is closed before it is open.
process.on("uncaughtException", (error) => {
  if (!error.message.includes("closed before the connection was established")) throw error;
});
process.on("disconnect", () => process.exit());
const tell = (message: BrowserReport): void => void process.send?.(message);
const settings = JSON.parse(process.argv[2] ?? "{}") as BrowserSettings;
const cache = new MemoryCache();

let errors = 0;
let deliveredAt = NaN;
let changes: ScreenChange[] = [];
let waiting: ReturnType<typeof setTimeout> | null = null;
let page: Page | null = null;

interface Page {
  readonly store: ReturnType<typeof flexLikeStore>;
  readonly opened: BrowserSync;
  readonly shown: Promise<number>;
  readonly live: Promise<number>;
}

function tellScreen(change: ScreenChange | null): void {
  if (waiting !== null) clearTimeout(waiting);
  waiting = null;
  changes = [];
  tell({ type: "screen", change });
}

/** The SDK's connection, which records when a map's change was delivered. */
const connect: Connect = (token, listener) => {
  const options = { region: null, more: { twilsock: { uri: settings.twilsockUrl } } };
  const sync = twilioSync(options)(token, listener);
  return {
    ...sync,
    watchMap: (name, map) => {
      const changed: typeof map.changed = (item) => {
        deliveredAt = Date.now();
        map.changed(item);
      };
      return sync.watchMap(name, { ...map, changed });
    },
  };
};

function openPage(): Page {
  const begun = performance.now();
  const store = flexLikeStore();
  const { queueStatus } = createQueueSelectors(createCatalogueSelectors());
  store.dispatch(ticked(Date.now()));
  let words = "";
  const draw = (): void => {
    const root = store.getState();
    const found = queueStatus(root, QUEUE);
    if (found === null) return;
    const { schedule, status } = found;
    const now = describeBadge(status.decision, status.change, schedule.timeZone, Date.now(), "en-US");
    if (words !== "" && now !== words) {
      const change = { receivedAt: deliveredAt, at: Date.now() };
      changes.push(change);
      if (waiting !== null) tellScreen(change);
    }
    words = now;
  };
  store.subscribe(draw);
  store.subscribe(() => {
    const { connection } = store.getState().scheduleManager;
    if ("reason" in connection && connection.reason !== "network") errors += 1;
  });
  const when = (is: (root: RootState) => boolean): Promise<number> =>
    new Promise((resolve) => {
      const stop = store.subscribe(() => {
        if (!is(store.getState())) return;
        stop();
        resolve(performance.now() - begun);
      });
    });
  const shown = when((root) => isLoaded(root.scheduleManager.live) && queueStatus(root, QUEUE) !== null);
  const live = when((root) => isLive(root.scheduleManager.live));
  const functions = httpFunctions(
    settings.functions,
    () => "flex-token-sam",
    () => undefined,
  );
  const opened = browserSync({
    identity: "sam",
    store,
    connect,
    cache,
    askFunctions: () => functions.syncToken(),
    mayEdit: false,
    mayView: false,
    isShown: () => false,
    agents: settings.agents,
    now: Date.now,
    random: Math.random,
    debug: { trace: () => undefined, sdkLogLevel: "silent" },
  });
  opened.open();
  return { store, opened, shown, live };
}

const heapMb = (): number => {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed / 1_048_576;
};

async function login(): Promise<void> {
  const before = heapMb();
  page = openPage();
  const ms = await page.shown;
  await new Promise((resolve) => setTimeout(resolve, SETTLED));
  tell({ type: "status", ms, heapMb: heapMb() - before });
}

async function reload(): Promise<void> {
  page?.opened.close();
  page = openPage();
  const [shown, live] = await Promise.all([page.shown, page.live]);
  tell({ type: "reloaded", shown, live });
}

process.on("message", (message: ToBrowser) => {
  if (message.type === "login") void login();
  else if (message.type === "reload") void reload();
  else if (message.type === "screen") {
    const last = changes.at(-1);
    if (last !== undefined) tellScreen(last);
    else waiting = setTimeout(() => tellScreen(null), PATIENCE);
  } else {
    const { user, system } = process.cpuUsage();
    const live = page !== null && isLive(page.store.getState().scheduleManager.live);
    tell({ type: "state", isLive: live, errors, cpuMs: (user + system) / 1000 });
  }
});
tell({ type: "ready" });
