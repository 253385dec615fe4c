/** Globals that Paste or the Flex UI needs when it loads and jsdom lacks, and faster ones of jsdom's. */
import { TextDecoder, TextEncoder } from "node:util";
import { defineComputedStyles } from "./computed-styles";
import { defineLabels } from "./labels";

Object.assign(globalThis, { TextEncoder, TextDecoder });
defineComputedStyles();
defineLabels();
