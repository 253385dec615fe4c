/** Globals that Paste or the Flex UI needs when it loads and jsdom lacks. */
import { TextDecoder, TextEncoder } from "node:util";

Object.assign(globalThis, { TextEncoder, TextDecoder });
