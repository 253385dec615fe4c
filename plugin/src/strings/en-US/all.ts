import { common } from "./common";
import { publish } from "./publish";
import { tables } from "./tables";

/** Every visible string of the plugin, in American English: what the other languages must have. */
export const enUS = { ...common, ...publish, ...tables };
