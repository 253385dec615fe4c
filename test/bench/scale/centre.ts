import type { SampleReport, SyncReport, ToSample, ToSync } from "./messages";
import { LiteAgent } from "./lite-agent";
import { liteSync } from "./lite-sync";
import { pageGlobals } from "./page-globals";
import { Talking } from "./processes";
import { type TokenCalls, tokenCalls } from "./token-calls";

/** The machines of the bench: Sync, the function that mints tokens, simulated agents, and a sample with the real SDK. */
export interface Centre {
  readonly sync: Talking<ToSync, SyncReport>;
  readonly sample: Talking<ToSample, SampleReport>;
  readonly tokens: TokenCalls;
  readonly agents: readonly LiteAgent[];
  readonly seen: Seen;
  stop(): Promise<void>;
}

/** What happened to the simulated agents. */
export interface Seen {
  refusedConnections: number;
  refusedReads: number;
  errors: string[];
  /** When an event came to one of them, in ms since the epoch. */
  events: number[];
  /** Events are only noted and not looked into: what the socket alone costs. */
  raw: boolean;
}

export async function openCentre(count: number, sampled: number): Promise<Centre> {
  pageGlobals();
  const sync = new Talking<ToSync, SyncReport>("sync-process.ts", [], ["--max-old-space-size=6000"]);
  const { url, twilsockUrl } = await sync.hear("ready");
  const tokens = await tokenCalls(url);
  const settings = { url, twilsockUrl, functions: tokens.url, count: sampled, agents: count + sampled };
  const flags = ["--expose-gc"];
  const sample = new Talking<ToSample, SampleReport>("sample-process.ts", [JSON.stringify(settings)], flags);
  await sample.hear("ready");
  const seen: Seen = { refusedConnections: 0, refusedReads: 0, errors: [], events: [], raw: false };
  const connect = liteSync(twilsockUrl, {
    refused: (what) => {
      if (what === "connection") seen.refusedConnections += 1;
      else seen.refusedReads += 1;
    },
    event: () => {
      seen.events.push(Date.now());
      return seen.raw;
    },
  });
  const agents = Array.from(
    { length: count },
    () =>
      new LiteAgent({
        connect,
        askFunctions: tokens.ask,
        agents: count + sampled,
        onError: (reason) => seen.errors.push(reason),
      }),
  );
  return {
    sync,
    sample,
    tokens,
    agents,
    seen,
    async stop() {
      for (const agent of agents) agent.close();
      sample.stop();
      sync.stop();
      await tokens.stop();
    },
  };
}
