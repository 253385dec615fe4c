/** Lets the bundler leave out the parts of Paste that the plugin does not use: about 25 kB gzip. */
import { createRequire } from "node:module";
import type { Plugin } from "vite";

const CORE = /^@twilio-paste\/core\/([a-z-]+)$/;
const PASTE = /\/@twilio-paste\/[^?]+\.js$/;

/**
 * An assignment of a name for React's developer tools, which keeps a component that nothing else uses. Paste itself
 * reads only the names of icons.
 */
const DISPLAY_NAME = /(?<=[;}])[\w$]+\.displayName="(?![^"]*Icon)[^"]*";/g;

/** Calls without side effects at the top level of Paste's modules, which carry no `PURE` annotation. */
const PURE_CALL =
  /(?<=[=(,;])(React\d*\.(forwardRef|memo|createContext|createElement)|(forwardRef|memo|createContext|createComponent|createHook|css|styled|__commonJS|__toESM)[$\d]*(\.[a-z]+)?)\(/g;

/**
 * Resolves `@twilio-paste/core/NAME` to the package `@twilio-paste/NAME`: the modules of `core` are CommonJS, and
 * re-export each package as a whole.
 */
function pastePackages(): Plugin {
  const require = createRequire(import.meta.url);
  return {
    name: "paste-packages",
    enforce: "pre",
    resolveId: {
      filter: { id: CORE },
      handler(id) {
        const one = id.replace(CORE, "@twilio-paste/$1");
        return this.resolve(one, require.resolve("@twilio-paste/core"), { skipSelf: true });
      },
    },
  };
}

function pureCalls(): Plugin {
  return {
    name: "paste-pure-calls",
    enforce: "pre",
    transform: {
      filter: { id: PASTE },
      handler(code) {
        const marked = code.replace(DISPLAY_NAME, "").replace(PURE_CALL, "/*#__PURE__*/$&");
        // Paste's modules are minified on one line and have no source maps: only their columns shift.
        return { code: marked, map: null };
      },
    },
  };
}

export const pasteModules = (): Plugin[] => [pastePackages(), pureCalls()];
