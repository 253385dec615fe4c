/** Mounts the hosts of the Flex UI other than Sync. */
import { WebSocketServer } from "ws";
import type { FlexConfiguration } from "../deploy/configuration";
import type { StandInParts } from "../server";
import { IAM_HOST } from "../tokens/iam";
import { flexAccount, type FlexPlugin } from "./account";
import { assets, emptyHosts } from "./assets";
import { EventBridge } from "./event-bridge";
import { QUEUES } from "./ids";
import { conferenceMap, isVoice } from "./interaction";
import { liveRows } from "./live-rows";
import { OwnSync } from "./own-sync";
import { statisticsAtRest, taskRouterList } from "./task-router";
import { upstream } from "./upstream";

const BRIDGE_HOST = /^event-bridge(\.[a-z0-9-]+)?\.twilio\.com$/;

export interface FlexOptions {
  readonly now: () => number;
  readonly plugins: () => readonly FlexPlugin[];
  /** The address of the functions, for example `http://localhost:3001`. */
  readonly functionsUrl: () => string;
  /** The account's configuration, which a deploy changes. */
  readonly configuration: FlexConfiguration;
}

export interface FlexParts {
  readonly bridge: EventBridge;
  stop(): void;
}

export function mountFlex({ router, hub, tokens }: StandInParts, options: FlexOptions): FlexParts {
  const sync = new OwnSync(
    options.now,
    liveRows(() => bridge.allDesks(), options.now),
  );
  for (const { sid } of QUEUES) sync.ensureMap(`${sid}.realtime_statistics.v1`);
  sync.ensureMap("realtime_statistics_v1", { workspace: statisticsAtRest() });
  const bridge = new EventBridge({
    now: options.now,
    tokens,
    onCall: (call) => {
      if (isVoice(call)) sync.ensureMap(`${call.task_sid}.CS`, conferenceMap(call));
    },
  });
  const account = flexAccount({ ...options, tokens });
  router.mount("flex-api.twilio.com", account.api);
  router.mount("flex.twilio.com", account.service);
  router.mount(IAM_HOST, account.identity);
  router.mount(BRIDGE_HOST, (request) => bridge.handle(request));
  router.mount("taskrouter.twilio.com", ({ path }) => taskRouterList(path, options.now()));
  router.mount(/.*/, assets);
  router.mount(/.*/, emptyHosts);

  const sockets = new WebSocketServer({ noServer: true });
  router.mountSocket(BRIDGE_HOST, (request, socket, head, { path }) => {
    if (path !== "/v1/wschannels") return false;
    const { searchParams } = new URL(request.url ?? "/", "http://localhost");
    sockets.handleUpgrade(request, socket, head, (opened) => bridge.connect(opened, searchParams));
    return true;
  });
  hub.flexHandlers.push(upstream(sync));

  return {
    bridge,
    stop() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}
