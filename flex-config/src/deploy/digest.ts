import { createHash } from "node:crypto";

const LENGTH = 16;

/** A short name for content, to see whether what is deployed is what would be. */
export const digestOf = (content: unknown): string =>
  createHash("sha256")
    .update(Buffer.isBuffer(content) ? content : JSON.stringify(content))
    .digest("hex")
    .slice(0, LENGTH);
