/** What the build changes in Twilio's Sync library: a tenth less code, and messages that are read in a fraction of the time. */
import type { Plugin } from "vite";

/** Removes the core-js polyfills of `twilio-sync`: every browser that runs Flex 2 has these features. */
function withoutPolyfills(): Plugin {
  return {
    name: "without-polyfills",
    enforce: "pre",
    load: (id) => (/\/core-js\/(modules|internals)\/[^?]+$/.test(id) ? "module.exports = {};" : null),
  };
}

const DECODE = /function uint8ArrayToString\(ua\) \{[^]*?\n\}\n/;

/**
 * The library decodes each byte of a message by itself, which took half the time until the first row of a large
 * catalogue. The browser's decoder has the same result: it refuses invalid UTF-8 and keeps a byte order mark.
 */
const DECODE_AT_ONCE = `function uint8ArrayToString(ua) {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(ua);
}
`;

/** Replaces twilsock's decoding of messages. Throws when the library no longer contains it. */
export function decodeAtOnce(code: string): string {
  if (!DECODE.test(code)) throw new Error("twilsock contains no function uint8ArrayToString to replace.");
  return code.replace(DECODE, DECODE_AT_ONCE);
}

function fastDecoding(): Plugin {
  return {
    name: "fast-decoding",
    enforce: "pre",
    transform: {
      filter: { id: /\/twilsock\/builds\/browser\.js$/ },
      // The replaced lines alone lose their place in the source map.
      handler: (code) => ({ code: decodeAtOnce(code), map: null }),
    },
  };
}

export const syncSdk = (): Plugin[] => [withoutPolyfills(), fastDecoding()];
