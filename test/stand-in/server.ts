/** The stand-in: Twilio's hosts on one loopback server, compatible with Twilio's own libraries. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { consoleSite } from "./console/site";
import { control, CONTROL_HOST, CONTROL_PATH } from "./control";
import { DataFile } from "./data-file";
import { DEFAULT_SYNC_SERVICE_SID, SYNC_SERVICE_SID } from "./dev-account";
import { Faults } from "./faults";
import type { HostHandler } from "./http/host";
import { Router } from "./http/router";
import { syncRest } from "./rest/rest";
import type { Counters } from "./sync/limits";
import type { PageSizes } from "./sync/page-sizes";
import { Sync } from "./sync/sync";
import { FlexTokens } from "./tokens/flex-tokens";
import { iam, IAM_HOST } from "./tokens/iam";
import { Hub, type ConnectionLimits } from "./twilsock/hub";

const TWILSOCK_PATH = "/v3/wsconnect";
const TWILSOCK_HOST = /^tsock\.[a-z0-9-]+\.twilio\.com$/;
/** The interval of the expiry check, ms. */
const TICK_MS = 200;

export interface StandInOptions {
  /** 0: any free port. */
  readonly port: number;
  readonly host?: string;
  /** Stores Sync's state in this file. */
  readonly data?: string;
  /** Whether Sync's documented rate limits apply. Default: they do. */
  readonly limits?: boolean;
  readonly now?: () => number;
  /** Delays requests that have such a fault. Default: by this machine's clock. */
  readonly later?: (work: () => void, ms: number) => unknown;
  /** The number of items on a page of a map. Default: as Twilio documents. */
  readonly pageSizes?: PageSizes;
  /** How long after its expiry an object is removed, ms; Twilio says "up to minutes". Default: 0. */
  readonly expiryLatenessMs?: number;
  /**
   * How long clients wait for their subscriptions before they retry, ms. Default: 5000, as at Twilio. The library
   * keeps a timer of that length, so tests that want to end soon set a shorter one.
   */
  readonly estimatedDeliveryMs?: number;
  /** Default: as Twilio documents for a subaccount. */
  readonly connectionLimits?: ConnectionLimits;
}

export interface StandInParts {
  readonly sync: Sync;
  readonly hub: Hub;
  readonly tokens: FlexTokens;
  readonly faults: Faults;
  readonly router: Router;
  /** The counted requests of each object, by its unique name or otherwise its SID. */
  countersByName(): Record<string, Counters>;
}

export interface StandIn extends StandInParts {
  /** `http://localhost:…`, without a trailing `/`. */
  readonly url: string;
  /** The address to which `twilio-sync` connects. */
  readonly twilsockUrl: string;
  readonly port: number;
  /** Whether `data` contained a state. */
  readonly restored: boolean;
  /** Removes expired objects now; this also runs by itself. */
  tick(): void;
  stop(): Promise<void>;
}

export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const now = options.now ?? Date.now;
  const sync = new Sync({ now, limits: options.limits ?? true, pageSizes: options.pageSizes });
  const file = options.data === undefined ? null : new DataFile(sync, options.data);
  const restored = (await file?.load()) ?? false;
  const faults = new Faults(options.later);
  const tokens = new FlexTokens(now);
  const hub = new Hub(sync, tokens, faults, now, {
    estimatedDeliveryMs: options.estimatedDeliveryMs,
    limits: options.connectionLimits,
    ...(file === null ? {} : { saved: () => file.saved() }),
  });
  const router = new Router(faults, CONTROL_HOST, () => file?.saved() ?? null);
  if (!sync.store.services.has(SYNC_SERVICE_SID)) {
    sync.createService({ sid: SYNC_SERVICE_SID, friendlyName: "Flex Schedule Manager" });
  }
  if (!sync.store.services.has(DEFAULT_SYNC_SERVICE_SID)) {
    const names = { uniqueName: "default", friendlyName: "Default Service" };
    sync.createService({ sid: DEFAULT_SYNC_SERVICE_SID, ...names });
  }

  const countersByName = (): Record<string, Counters> =>
    Object.fromEntries(
      [...sync.limits.allCounters()].map(([sid, counters]) => [
        sync.store.objects.get(sid)?.uniqueName ?? sid,
        counters,
      ]),
    );
  const parts: StandInParts = { sync, hub, tokens, faults, router, countersByName };

  router.mount(CONTROL_HOST, (request) => control(parts, request));
  router.serveBare(CONTROL_PATH, CONTROL_HOST);
  router.mount("sync.twilio.com", dated(syncRest(sync), now));
  router.serveBare("/v1/", "sync.twilio.com");
  router.mount(IAM_HOST, iam(tokens));
  router.mountSocket(TWILSOCK_HOST, (request, socket, head, { path }) => {
    if (path !== TWILSOCK_PATH) return false;
    hub.accept(request, socket, head);
    return true;
  });
  router.serveBare(TWILSOCK_PATH, "tsock.us1.twilio.com");

  const site = consoleSite(sync);
  const server = createServer((request, response) => {
    if (!site.handle(request, response) && !router.handle(request, response)) notFound(request, response);
  });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    if (!router.upgrade(request, socket, head)) socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host ?? "127.0.0.1", resolve);
  });

  const tick = (): void => {
    sync.sweep(options.expiryLatenessMs ?? 0);
    hub.tick();
  };
  const timer = setInterval(tick, TICK_MS);
  timer.unref();
  const { port } = server.address() as AddressInfo;
  return {
    ...parts,
    url: `http://localhost:${port}`,
    twilsockUrl: `ws://localhost:${port}${TWILSOCK_PATH}`,
    port,
    restored,
    tick,
    async stop() {
      clearInterval(timer);
      hub.stop();
      await file?.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/** The `Date` of each answer comes from the same clock as the dates in it. */
const dated =
  (handler: HostHandler, now: () => number): HostHandler =>
  async (request) => {
    const answer = await handler(request);
    return answer && { ...answer, headers: { date: new Date(now()).toUTCString(), ...answer.headers } };
  };

function notFound(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
  response.end(`The stand-in serves Twilio's hosts as /{host}/…, not ${request.url}\n`);
}
