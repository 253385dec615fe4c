import { createHash } from "node:crypto";
import type { Reply } from "./reply";
import type { Request } from "./request";

interface Cached {
  /** The content that determines the ETag; the body may differ in other respects. */
  readonly identity: object;
  /** Called only if the client lacks the body. */
  readonly body: () => Promise<Reply["body"]>;
  readonly cacheControl: string;
}

/** RFC 9110 13.1.2: `If-None-Match` is compared weakly. */
const hasTag = (given: string | null, tag: string): boolean =>
  given !== null && (given.trim() === "*" || given.split(",").some((each) => weak(each) === weak(tag)));

const weak = (tag: string): string => tag.trim().replace(/^W\//, "");

/** Creates an answer with an ETag, or a 304 if the client has it. */
export async function cachedReply(
  request: Request,
  { identity, body, cacheControl }: Cached,
): Promise<Reply> {
  const hash = createHash("sha256").update(JSON.stringify(identity)).digest("base64url").slice(0, 27);
  const etag = `W/"${hash}"`;
  const headers = { ETag: etag, "Cache-Control": cacheControl };
  return hasTag(request.header("if-none-match"), etag)
    ? { status: 304, body: null, headers }
    : { status: 200, body: await body(), headers };
}
