/** The whole product on one machine: stand-in, functions, Flex page with the plugin. For `npm start` and for tests. */
import type { AddressInfo } from "node:net";
import { readFile } from "node:fs/promises";
import type { Server } from "node:http";
import { join } from "node:path";
import type { Configuration } from "@schedule-manager/shared/model/model";
import { builtPlugin, rebuild, servedFunctions, SOURCES } from "./builds";
import { ROOT } from "./cache";
import { type DeployParts, mountDeploy } from "./deploy/mount";
import { exampleConfiguration, firstData } from "./first-data";
import { type FlexParts, mountFlex } from "./flex/mount";
import { pageReloads } from "./flex/page-reloads";
import { flexSite, PLUGIN_PATH } from "./flex/site";
import type { FunctionsRuntime } from "./functions-runtime";
import { hostBundle } from "./host-bundle";
import { checkPorts, type Ports } from "./ports";
import { replaceableFunctions } from "./replaceable-functions";
import { type StandIn, startStandIn } from "./server";
import { wordsOf } from "./user-error";
import { watchSources } from "./watch-sources";

export interface LocalTwilioOptions {
  /** Default: free ports. */
  readonly ports?: Ports;
  /** Stores Sync's state in this file. */
  readonly data?: string;
  /** The initial configuration in Sync; null: none. Default: the example. */
  readonly configuration?: Configuration | null;
  readonly shards?: number;
  /** ISO 8601: its publish time in the history. Default: now. */
  readonly configuredAt?: string;
  /** Whether Sync's documented rate limits apply. Default: they do. */
  readonly limits?: boolean;
  /** Additional variables of the functions' environment. */
  readonly functionsEnv?: Readonly<Record<string, string>>;
  /** Receives a message before each long step. */
  readonly log?: (line: string) => void;
  /** Receives the lines that the functions write. */
  readonly onFunctionsLine?: (line: string) => void;
  /** Rebuilds on each save and receives the result as text. Default: no files are watched. */
  readonly watch?: (text: string) => void;
  /** Aborted: stops as soon as possible and leaves no process running. */
  readonly signal?: AbortSignal;
}

export interface LocalTwilio {
  /** Origins, without a trailing `/`. */
  readonly urls: { readonly flex: string; readonly functions: string; readonly twilio: string };
  readonly standIn: StandIn;
  /** The resources that were deployed to the stand-in. */
  readonly deployed: DeployParts;
  readonly flex: FlexParts;
  /** The current processes: a watched start replaces them. */
  readonly functions: FunctionsRuntime;
  /** Rejects when the functions' process ends unexpectedly. */
  readonly ended: Promise<never>;
  /** Whether `data` already contained a state. */
  readonly restored: boolean;
  stop(): Promise<void>;
}

const NO_PORTS: Ports = { flex: 0, functions: 0, twilio: 0 };

export async function startLocal(options: LocalTwilioOptions = {}): Promise<LocalTwilio> {
  const { ports = NO_PORTS, log = () => undefined } = options;
  const closing: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    await checkPorts(ports);
    const standIn = await startStandIn({
      port: ports.twilio,
      ...(options.data === undefined ? {} : { data: options.data }),
      ...(options.limits === undefined ? {} : { limits: options.limits }),
    });
    closing.push(() => standIn.stop());
    const deployed = mountDeploy(standIn.router, { now: Date.now, url: () => standIn.url });
    closing.push(() => deployed.stop());
    let functionsUrl = "";
    const version = await pluginVersion();
    const ours = { name: "plugin-flex-schedule-manager", version, src: PLUGIN_PATH };
    const flex = mountFlex(standIn, {
      now: Date.now,
      functionsUrl: () => functionsUrl,
      // The local build, until a plugin is released.
      plugins: () => deployed.plugins.onPage() ?? [ours],
      configuration: deployed.configuration,
    });
    closing.push(async () => flex.stop());

    const starting = servedFunctions(log).then(async (folder) => {
      options.signal?.throwIfAborted();
      const started = await replaceableFunctions(folder, {
        port: ports.functions,
        twilioUrl: standIn.url,
        ...(options.functionsEnv === undefined ? {} : { env: options.functionsEnv }),
        ...(options.onFunctionsLine === undefined ? {} : { onLine: options.onFunctionsLine }),
      });
      closing.push(() => started.current().stop());
      return started;
    });
    const filling = fill(standIn.url, options);
    const bundling = hostBundle(log);
    const building = builtPlugin(log);
    // Waits for all, so that none keeps running after another failed.
    await Promise.allSettled([starting, filling, bundling, building]);
    const functions = await starting;
    functionsUrl = functions.current().url;
    await filling;
    let plugin = await building;
    options.signal?.throwIfAborted();

    const reloads = options.watch === undefined ? null : pageReloads();
    const site = flexSite({
      hostBundle: await bundling,
      pluginFile: () => plugin,
      ...(reloads === null ? {} : { reloads }),
      toHost: (request, response) => standIn.router.handle(request, response, "/__tw/"),
      toSocket: (request, socket, head) => standIn.router.upgrade(request, socket, head, "/__ws/"),
    });
    const flexPort = await listen(site, ports.flex);
    closing.push(() => close(site));
    if (options.watch !== undefined && reloads !== null) {
      const tell = options.watch;
      const onSave = async (): Promise<void> => {
        await rebuild(log);
        const [folder, script] = await Promise.all([servedFunctions(log), builtPlugin(log)]);
        if (folder === functions.folder() && script === plugin) return;
        await functions.replace(folder);
        plugin = script;
        reloads.notify();
        tell("Rebuilt; open pages reload.");
      };
      const paths = SOURCES.map((path) => join(ROOT, path));
      closing.push(await watchSources(paths, () => onSave().catch((error) => tell(wordsOf(error)))));
    }
    return {
      urls: { flex: `http://localhost:${flexPort}`, functions: functionsUrl, twilio: standIn.url },
      standIn,
      deployed,
      flex,
      get functions() {
        return functions.current();
      },
      ended: functions.ended,
      restored: standIn.restored,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function fill(
  twilioUrl: string,
  { configuration, shards, configuredAt: at }: LocalTwilioOptions,
): Promise<void> {
  const first = configuration === undefined ? await exampleConfiguration() : configuration;
  await firstData({
    twilioUrl,
    configuration: first,
    ...(shards === undefined ? {} : { shards }),
    ...(at === undefined ? {} : { at }),
  });
}

async function pluginVersion(): Promise<string> {
  const text = await readFile(join(ROOT, "plugin/package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
