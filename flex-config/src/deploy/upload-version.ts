/**
 * Uploads the content of a function or asset:
 * https://www.twilio.com/docs/serverless/api/resource/function-version
 */
import { fieldOf } from "@schedule-manager/shared/collections/record";
import type { ServerlessResourceConfig, TwilioServerlessApiClient } from "@twilio-labs/serverless-api";

const UPLOADS = "https://serverless-upload.twilio.com/v1";

export interface Version extends Pick<ServerlessResourceConfig, "path" | "access" | "content"> {
  readonly kind: "Functions" | "Assets";
  /** SID of the function or asset. */
  readonly sid: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".js": "application/javascript",
  ".json": "application/json",
  ".map": "application/json",
  ".txt": "text/plain",
};

function typeOf({ kind, path }: Version): string {
  if (kind === "Functions") return "application/javascript";
  return TYPES[/\.[a-z]+$/.exec(path)?.[0] ?? ""] ?? "application/octet-stream";
}

/**
 * Uploads from a buffer. The toolkit's own upload sends a stream, which cannot be sent again after a 429, and
 * hides the reason of a refusal.
 * @returns the version's SID
 */
export async function uploadVersion(
  serverless: TwilioServerlessApiClient,
  serviceSid: string,
  version: Version,
): Promise<string> {
  const { kind, sid, path, access, content } = version;
  const form = new FormData();
  form.append("Path", path);
  form.append("Visibility", access);
  form.append("Content", new Blob([Uint8Array.from(Buffer.from(content))], { type: typeOf(version) }), path);
  const encoded = new Response(form);
  const answer = await serverless.request("post", `Services/${serviceSid}/${kind}/${sid}/Versions`, {
    prefixUrl: UPLOADS,
    headers: { "content-type": encoded.headers.get("content-type") ?? "multipart/form-data" },
    body: Buffer.from(await encoded.arrayBuffer()),
  });
  const uploaded = fieldOf(answer.body, "sid");
  if (typeof uploaded !== "string") throw new Error(`Twilio's answer to the upload of ${path} has no SID`);
  return uploaded;
}
