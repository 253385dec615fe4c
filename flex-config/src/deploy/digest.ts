import { createHash } from "node:crypto";

const LENGTH = 16;

/** A short digest, to compare deployed content with built content. */
export const digestOf = (content: unknown): string =>
  createHash("sha256")
    .update(Buffer.isBuffer(content) ? content : JSON.stringify(content))
    .digest("hex")
    .slice(0, LENGTH);
