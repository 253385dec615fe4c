/**
 * Loads chunks. Flex loads one script per plugin in every browser, so admin code is in separate chunks. They are
 * public assets of the functions, the only other origin that the plugin has. The build (plugin/build-plugin.ts)
 * replaces `import("…")` with `FlexScheduleManagerChunks.load("<release>/<name>.js")`.
 */
import { CHUNKS_PATH } from "@schedule-manager/shared/api/chunks-path";

/** The global to which each chunk assigns its exports, under `chunkKey`. */
export const CHUNKS = "FlexScheduleManagerChunks";
/** ms after which loading a chunk fails. */
const CHUNK_TIMEOUT = 30_000;

/** The property of the global that holds the exports of the chunk at a path. */
export const chunkKey = (path: string): string => path.replace(/^.*\/|\.js$/g, "").replaceAll("-", "_");

interface LoadedChunks {
  /** @param path below `CHUNKS_PATH` @returns the chunk's exports; rejects when it cannot be loaded */
  readonly load: (path: string) => Promise<unknown>;
  readonly [key: string]: unknown;
}

/** Sets up the global that loads chunks from the functions' origin. */
export function provideChunks(origin: string, page: Document = document): LoadedChunks {
  const chunks: LoadedChunks = {
    load: (path) =>
      new Promise((resolve, reject) => {
        const script = page.createElement("script");
        const fail = (why: string): void => {
          clearTimeout(timer);
          script.remove();
          reject(new Error(`${script.src} ${why}`));
        };
        const timer = setTimeout(() => {
          fail("did not load in time");
        }, CHUNK_TIMEOUT);
        script.src = `${origin}${CHUNKS_PATH}/${path}`;
        script.onerror = () => {
          fail("could not be loaded");
        };
        script.onload = () => {
          const chunk = chunks[chunkKey(path)];
          if (chunk === undefined) {
            fail("is not a chunk of the plugin");
            return;
          }
          clearTimeout(timer);
          resolve(chunk);
        };
        page.head.append(script);
      }),
  };
  Object.assign(window, { [CHUNKS]: chunks });
  return chunks;
}
