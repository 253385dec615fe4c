/**
 * Browsers with the real SDK, the whole catalogue and a badge on their screen, in a process of their own and in real
 * time.
 */
import { badgeInWords } from "@schedule-manager/shared/words/badge";
import { queueStatus } from "@schedule-manager/plugin/features/badges/queue-status";
import { httpFunctions } from "@schedule-manager/plugin/functions/functions";
import { openSync, type OpenSync } from "@schedule-manager/plugin/open-sync";
import { ticked } from "@schedule-manager/plugin/state/clock";
import { isLive, isLoaded } from "@schedule-manager/plugin/state/live";
import type { RootState } from "@schedule-manager/plugin/state/root";
import { Attachments } from "@schedule-manager/plugin/sync/attachments";
import { twilioSync } from "@schedule-manager/plugin/sync/twilio-sync";
import { ACCOUNT_SID } from "../../stand-in/dev-values";
import { MemoryKept } from "../../unit/plugin/memory-kept";
import { flexLikeStore } from "../../unit/plugin/store";
import type { SampleReport, SampleSettings, ToSample } from "./messages";
import { pageGlobals } from "./page-globals";

pageGlobals();
// The SDK's socket for Node, unlike a browser's, throws where one is closed that is not open yet.
process.on("uncaughtException", (error) => {
  if (!error.message.includes("closed before the connection was established")) throw error;
});
process.on("disconnect", () => process.exit());
const tell = (message: SampleReport): void => void process.send?.(message);
const settings = JSON.parse(process.argv[2] ?? "{}") as SampleSettings;
const QUEUE = { sid: "WQ7", name: "Schedule 7" };

let changes: { at: number; open: boolean }[] = [];
let errors = 0;

interface Page {
  readonly store: ReturnType<typeof flexLikeStore>;
  readonly opened: OpenSync;
  readonly shown: Promise<number>;
  readonly live: Promise<number>;
}

function openPage(kept: MemoryKept): Page {
  const begun = performance.now();
  const store = flexLikeStore();
  store.dispatch(ticked(Date.now()));
  let words = "";
  const draw = (): void => {
    const root = store.getState();
    const found = queueStatus(root, QUEUE);
    if (found === null) return;
    const { schedule, status } = found;
    const now = badgeInWords(status.decision, status.change, schedule.timeZone, Date.now(), "en-US");
    if (words !== "" && now !== words) changes.push({ at: Date.now(), open: !now.includes("manually") });
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
  const opened = openSync({
    host: { token: () => "flex-token-sam", identity: "sam", accountSid: ACCOUNT_SID },
    store,
    connect: twilioSync({ region: null, more: { twilsock: { uri: settings.twilsockUrl } } }),
    attachments: new Attachments(),
    kept,
    askFunctions: () => functions.syncToken(),
    mayEdit: false,
    agents: settings.agents,
    now: Date.now,
    random: Math.random,
  });
  return { store, opened, shown, live };
}

const kepts = Array.from({ length: settings.count }, () => new MemoryKept());
let pages: Page[] = [];
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const heap = (): number => {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed / 1_048_576;
};

async function login(overMs: number): Promise<void> {
  const before = heap();
  const ms = await Promise.all(
    kepts.map(async (kept, index) => {
      await pause((overMs * index) / kepts.length);
      const page = openPage(kept);
      pages.push(page);
      return page.shown;
    }),
  );
  tell({ is: "statuses", ms, heapMb: (heap() - before) / kepts.length, errors });
}

async function reload(): Promise<void> {
  for (const { opened } of pages) opened.close();
  pages = kepts.map(openPage);
  const [shown, live] = await Promise.all([
    Promise.all(pages.map((page) => page.shown)),
    Promise.all(pages.map((page) => page.live)),
  ]);
  tell({ is: "reloaded", shown, live });
}

process.on("message", (message: ToSample) => {
  if (message.do === "login") void login(message.overMs);
  else if (message.do === "reload") void reload();
  else if (message.do === "screens") {
    tell({ is: "screens", changes });
    changes = [];
  } else if (message.do === "live") {
    const live = pages.filter(({ store }) => isLive(store.getState().scheduleManager.live));
    tell({ is: "live", count: live.length });
  } else process.exit(0);
});
tell({ is: "ready" });
