/** What jsdom lacks and Paste or the Flex UI asks for when it loads. */
import { TextDecoder, TextEncoder } from "node:util";

Object.assign(globalThis, { TextEncoder, TextDecoder });
