/**
 * Flex loads one script of a plugin, in every browser. What only admins need is therefore in scripts of its own, which
 * are public assets beside the functions: the one other place that the plugin knows. The build (plugin/build-plugin.ts) puts
 * `FlexScheduleManagerParts.load("<version>/<name>.js")` where the sources say `import("…")`.
 */
import { CHUNKS_PATH } from "@schedule-manager/shared/api/chunks-path";

/** The global by which scripts hand over what they export, each under its name. */
export const CHUNKS = "FlexScheduleManagerParts";
/** ms until a script that does not come is given up. */
const CHUNK_TIMEOUT = 30_000;

/** The key under which a script of that path hands over what it exports. */
export const chunkKey = (path: string): string => path.replace(/^.*\/|\.js$/g, "").replaceAll("-", "_");

interface Parts {
  /** @param path below `PARTS_PATH` @returns what the script exports; rejected when it can't be had */
  readonly load: (path: string) => Promise<unknown>;
  readonly [key: string]: unknown;
}

/** Makes the parts loadable from the functions' origin. */
export function provideChunks(origin: string, page: Document = document): Parts {
  const parts: Parts = {
    load: (path) =>
      new Promise((resolve, reject) => {
        const script = page.createElement("script");
        const fail = (why: string): void => {
          clearTimeout(timer);
          script.remove();
          reject(new Error(`${script.src} ${why}`));
        };
        const timer = setTimeout(() => {
          fail("did not come in time");
        }, CHUNK_TIMEOUT);
        script.src = `${origin}${CHUNKS_PATH}/${path}`;
        script.onerror = () => {
          fail("could not be loaded");
        };
        script.onload = () => {
          const part = parts[chunkKey(path)];
          if (part === undefined) {
            fail("is not a part of the plugin");
            return;
          }
          clearTimeout(timer);
          resolve(part);
        };
        page.head.append(script);
      }),
  };
  Object.assign(window, { [CHUNKS]: parts });
  return parts;
}
