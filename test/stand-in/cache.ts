import { join } from "node:path";

export const ROOT = join(__dirname, "../..");

/** Results of the first start that later starts reuse. Never committed. */
export const CACHE = join(ROOT, "node_modules/.cache/flex-schedule-manager");
