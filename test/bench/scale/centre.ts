import { join } from "node:path";
import { bundle, withFiles } from "../support/bundle";
import { Crowd } from "./crowd";
import type {
  BrowserReport,
  BrowserSettings,
  PublisherReport,
  PublisherSettings,
  SyncReport,
  ToBrowser,
  ToPublisher,
  ToSync,
} from "./messages";
import { LiteAgent } from "./lite-agent";
import { liteSync } from "./lite-sync";
import { pageGlobals } from "./page-globals";
import { Talking } from "./processes";
import { type TokenCalls, tokenCalls } from "./token-calls";

type Browser = Talking<ToBrowser, BrowserReport>;

/**
 * The processes of the bench: Sync, the function that mints tokens, simulated agents, and browsers with the real SDK.
 */
export interface Centre {
  readonly sync: Talking<ToSync, SyncReport>;
  readonly browsers: readonly Browser[];
  /** An admin. */
  readonly publisher: Talking<ToPublisher, PublisherReport>;
  readonly tokens: TokenCalls;
  readonly agents: readonly LiteAgent[];
  readonly crowd: Crowd;
  stop(): Promise<void>;
}

/** Each has its own process, as pages do; bundled once, because compiling ten times takes longer than running. */
async function openBrowsers(settings: BrowserSettings, count: number): Promise<readonly Browser[]> {
  const code = await bundle(`import "./bench/scale/browser-process";`);
  return withFiles({ "browser.cjs": code }, async (folder) => {
    const browsers = Array.from(
      { length: count },
      (): Browser => new Talking(join(folder, "browser.cjs"), [JSON.stringify(settings)], ["--expose-gc"]),
    );
    await Promise.all(browsers.map((browser) => browser.receive("ready")));
    return browsers;
  });
}

export async function openCentre(count: number, sampled: number): Promise<Centre> {
  pageGlobals();
  const sync = new Talking<ToSync, SyncReport>(
    join(__dirname, "sync-process.ts"),
    [],
    ["--max-old-space-size=6000"],
  );
  const { url, twilsockUrl } = await sync.receive("ready");
  const tokens = await tokenCalls(url);
  const browsers = await openBrowsers(
    { twilsockUrl, functions: tokens.url, agents: count + sampled },
    sampled,
  );
  const publishing: PublisherSettings = { folder: tokens.folder, twilioUrl: url };
  const publisher = new Talking<ToPublisher, PublisherReport>(join(__dirname, "publisher-process.ts"), [
    JSON.stringify(publishing),
  ]);
  await publisher.receive("ready");
  const crowd = new Crowd();
  const connect = liteSync(twilsockUrl, crowd);
  const agents = Array.from(
    { length: count },
    () =>
      new LiteAgent({
        connect,
        askFunctions: tokens.request,
        agents: count + sampled,
        onError: (reason) => crowd.errors.push(reason),
      }),
  );
  return {
    sync,
    browsers,
    publisher,
    tokens,
    agents,
    crowd,
    async stop() {
      for (const agent of agents) agent.close();
      for (const browser of browsers) browser.stop();
      publisher.stop();
      sync.stop();
      await tokens.stop();
    },
  };
}
