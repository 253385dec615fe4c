/** The functions in Twilio's local runtime beside a stand-in, for all tests of a file. */
import type { Configuration } from "@schedule-manager/shared/model/model";
import { Caller } from "./call";
import { buildInto, startRuntime } from "./runtime";
import type { Built, Runtime } from "./runtime";
import { startWorld } from "./world";
import type { World } from "./world";

export interface Served {
  readonly world: World;
  readonly built: Built;
  readonly runtime: Runtime;
  readonly call: Caller;
}

export interface ServedOptions {
  readonly configuration?: Configuration;
  /** Whether Sync's limits apply. */
  readonly limits?: boolean;
  /** Further environment of the functions. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts before the file's tests and ends after them; use it only within tests. */
export function served({ configuration, limits, env }: ServedOptions = {}): Served {
  let started: Partial<{ -readonly [K in keyof Served]: Served[K] }> = {};
  const get = <K extends keyof Served>(name: K): Served[K] => {
    const part = started[name];
    if (part === undefined) throw new Error(`${name} has not begun`);
    return part;
  };
  beforeAll(async () => {
    const world = await startWorld(configuration, limits);
    started = { world };
    const built = await buildInto();
    started = { world, built };
    const runtime = await startRuntime(built, world.standIn.url, env);
    started = { world, built, runtime, call: new Caller(runtime.url) };
  });
  afterAll(async () => {
    await started.runtime?.stop();
    await started.world?.standIn.stop();
    await started.built?.remove();
  });
  return {
    get world() {
      return get("world");
    },
    get built() {
      return get("built");
    },
    get runtime() {
      return get("runtime");
    },
    get call() {
      return get("call");
    },
  };
}
