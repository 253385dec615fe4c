import { join } from "node:path";

export const ROOT = join(__dirname, "../..");

/** What is built on a first start and kept for later ones. Never committed. */
export const CACHE = join(ROOT, "node_modules/.cache/flex-schedule-manager");
