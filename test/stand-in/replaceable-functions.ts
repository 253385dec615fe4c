/** The functions' runtime; a newer build can replace it under the same address. */
import { type FunctionsOptions, type FunctionsRuntime, startFunctions } from "./functions-runtime";

export interface ReplaceableFunctions {
  readonly current: () => FunctionsRuntime;
  /** The current runtime. */
  readonly folder: () => string;
  /** Rejects when a process ends unexpectedly. */
  readonly ended: Promise<never>;
  /** Switches to another folder; if that does not start, the last one keeps running and this rejects. */
  readonly replace: (folder: string) => Promise<void>;
}

export async function replaceableFunctions(
  firstFolder: string,
  options: Omit<FunctionsOptions, "folder">,
): Promise<ReplaceableFunctions> {
  let fail: (error: unknown) => void = () => undefined;
  const ended = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  ended.catch(() => undefined);
  const run = async (folder: string, port: number): Promise<FunctionsRuntime> => {
    const runtime = await startFunctions({ ...options, folder, port });
    runtime.ended.catch(fail);
    return runtime;
  };
  let folder = firstFolder;
  let runtime = await run(folder, options.port);
  return {
    current: () => runtime,
    folder: () => folder,
    ended,
    replace: async (next) => {
      if (next === folder) return;
      const { port } = runtime;
      await runtime.stop();
      try {
        runtime = await run(next, port);
        folder = next;
      } catch (error) {
        runtime = await run(folder, port);
        throw error;
      }
    },
  };
}
