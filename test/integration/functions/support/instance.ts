/**
 * One instance of a function, as at Twilio: the built bundle with its own module state. Many of them fit into
 * one process.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { compileFunction } from "node:vm";
import {
  ACCOUNT_SID,
  API_KEY,
  API_SECRET,
  AUTH_TOKEN,
  SYNC_SERVICE_SID,
} from "../../../stand-in/dev-account";
import { type Clock, machineClock } from "./clock";

const ROOT = resolve(__dirname, "../../../..");
const requireFromRoot = createRequire(join(ROOT, "package.json"));
/** The runtime's own class, which the package does not export by name. */
const RESPONSE = join(dirname(require.resolve("@twilio/runtime-handler/dev")), "internal/response.js");

interface RuntimeResponse {
  readonly statusCode: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

type Handler = (
  context: object,
  event: object,
  callback: (error: unknown, response: RuntimeResponse) => void,
) => Promise<void>;

export interface InstanceAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  /** By this machine's clock. */
  readonly ms: number;
}

export interface InstanceOptions {
  /** The output of `functions/build.ts`. */
  readonly folder: string;
  /** `check-schedule`, `admin/publish` … */
  readonly name: string;
  readonly twilioUrl: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The text of the private asset `catalogue.json`. */
  readonly snapshot?: string;
  /** The function's. Default: this machine's. */
  readonly clock?: Clock;
  /** Receives the log lines. */
  readonly onLine?: (line: string) => void;
}

export interface Instance {
  call(event: object): Promise<InstanceAnswer>;
}

/** `Date` on this clock. */
const dateOn = (clock: Clock): typeof Date =>
  new Proxy(Date, {
    construct: (target, args) => Reflect.construct(target, args.length === 0 ? [clock.now()] : args) as Date,
    get: (target, name) => (name === "now" ? clock.now : (Reflect.get(target, name) as unknown)),
  });

export function startInstance(options: InstanceOptions): Instance {
  const {
    folder,
    name,
    twilioUrl,
    env = {},
    snapshot,
    onLine = () => undefined,
    clock = machineClock,
  } = options;
  const file = join(folder, "functions", `${name}.js`);
  const { Response } = requireFromRoot(RESPONSE) as { Response: new () => RuntimeResponse };
  const assets = snapshot === undefined ? {} : { "/catalogue.json": { open: () => snapshot } };
  const globals = Object.create(globalThis, {
    Twilio: { value: { Response } },
    Runtime: { value: { getAssets: () => assets } },
  }) as object;
  const module = { exports: {} as { handler?: Handler } };
  const names = {
    exports: module.exports,
    require: requireFromRoot,
    module,
    globalThis: globals,
    console: { log: onLine },
    Date: clock === machineClock ? Date : dateOn(clock),
    setTimeout: clock.setTimeout,
    clearTimeout: clock.clearTimeout,
  };
  const run = compileFunction(readFileSync(file, "utf8"), Object.keys(names), { filename: file }) as (
    ...args: unknown[]
  ) => void;
  run(...Object.values(names));
  const { handler } = module.exports;
  if (handler === undefined) throw new Error(`${file} has no handler`);
  const context = {
    ACCOUNT_SID,
    AUTH_TOKEN,
    API_KEY,
    API_SECRET,
    SYNC_SERVICE_SID,
    TWILIO_API_URL: twilioUrl,
    DOMAIN_NAME: "schedule-1234.twil.io",
    PATH: `/${name}`,
    ...env,
  };
  return {
    call: (event) =>
      new Promise((done, failed) => {
        const begun = performance.now();
        handler(context, { request: { headers: {}, cookies: {} }, ...event }, (error, response) => {
          if (error !== null)
            failed(error instanceof Error ? error : new Error("the handler called back with an error"));
          const { statusCode, body, headers } = response;
          const ms = performance.now() - begun;
          done({ status: statusCode, body: body as InstanceAnswer["body"], headers, ms });
        }).catch(failed);
      }),
  };
}
