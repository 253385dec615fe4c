/**
 * The runtimes and handlers that Twilio documents:
 * https://www.twilio.com/docs/serverless/functions-assets/handler, …/node-upgrade and …/async-await-migration
 */
import { Refusal } from "../routes";
import type { Dependency, Service, Version } from "./types";

const DEFAULT_RUNTIME = "node22";
const RUNTIMES: readonly string[] = [DEFAULT_RUNTIME, "node24"];

/** Hosted versions of the handler; npm has others. */
const HANDLERS: readonly string[] = [
  ...["1.0.1", "1.0.2", "1.1.0", "1.1.1", "1.1.2", "1.1.3"],
  ...["1.2.0", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5"],
  ...["1.3.0", "1.3.1", "2.0.0", "2.0.1", "2.1.2"],
];
const DEFAULT_HANDLER = "2.0.1";
const NODE_24_UPGRADES_FROM = "1.2.0";
/** The first version with async functions, and the first for Node.js 24. */
const ASYNC_HANDLER = "2.1.2";

/** A build without a runtime uses that of the service's last successful build. */
export function runtimeFor({ builds }: Service, requested: string | undefined): string {
  const last = [...builds.values()].reverse().find(({ failure }) => failure === null)?.runtime;
  const runtime = requested ?? last ?? DEFAULT_RUNTIME;
  if (!RUNTIMES.includes(runtime)) throw new Refusal(400, 82007, `Unsupported Runtime: ${runtime}`);
  return runtime;
}

const order = (version: string): number =>
  version.split(".").reduce((sum, part) => sum * 1000 + Number(part), 0);

const isAsync = ({ kind, content }: Version): boolean =>
  kind === "function" && /\basync\b/.test(content.toString());

/** The reason of a build's failure; null: it succeeds. */
export function buildProblem(
  versions: readonly Version[],
  dependencies: readonly Dependency[],
  runtime: string,
): string | null {
  const requested =
    dependencies.find(({ name }) => name === "@twilio/runtime-handler")?.version ?? DEFAULT_HANDLER;
  if (!HANDLERS.includes(requested)) return `no hosted @twilio/runtime-handler has the version ${requested}`;
  if (!versions.some(({ kind }) => kind === "function")) return null;
  const isUpgraded = runtime === "node24" && order(requested) >= order(NODE_24_UPGRADES_FROM);
  if (runtime === "node24" && !isUpgraded) return `Node.js 24 needs @twilio/runtime-handler ${ASYNC_HANDLER}`;
  const handler = isUpgraded ? ASYNC_HANDLER : requested;
  if (order(handler) < order(ASYNC_HANDLER) && versions.some(isAsync)) {
    return `async functions need @twilio/runtime-handler ${ASYNC_HANDLER}`;
  }
  return null;
}
