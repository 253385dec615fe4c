/**
 * Twilsock 3.0: one binary websocket message per frame,
 * `TWILSOCK V3.0 <header bytes>\r\n<header JSON>\r\n<payload>`. Lengths count UTF-8 bytes.
 */

export interface Header {
  readonly method: string;
  readonly id: string;
  readonly [name: string]: unknown;
}

export interface Frame {
  readonly header: Header;
  readonly payload: Buffer;
}

const MAGIC = "TWILSOCK V3.0 ";
const END = Buffer.from("\r\n");
const JSON_TYPE = "application/json";

/** @param payload JSON text; absent: none */
export function encodeFrame(header: Header, payload?: string): Buffer {
  const body = payload === undefined ? null : Buffer.from(payload);
  const complete =
    body === null
      ? { ...header, payload_size: 0 }
      : { ...header, payload_size: body.length, payload_type: JSON_TYPE };
  const json = Buffer.from(JSON.stringify(complete));
  const start = Buffer.from(`${MAGIC}${json.length}\r\n`);
  return Buffer.concat(body === null ? [start, json, END] : [start, json, END, body]);
}

/** @returns null for data that is no frame of this protocol */
export function decodeFrame(data: Buffer): Frame | null {
  const lineEnd = data.indexOf("\r\n");
  if (lineEnd < 0 || lineEnd > 40) return null;
  const magic = data.toString("latin1", 0, lineEnd);
  if (!magic.startsWith(MAGIC)) return null;
  const size = Number(magic.slice(MAGIC.length));
  const start = lineEnd + END.length;
  if (!Number.isInteger(size) || size <= 0 || start + size > data.length) return null;
  const header = parseHeader(data.toString("utf8", start, start + size));
  if (header === null) return null;
  const payloadSize = typeof header["payload_size"] === "number" ? header["payload_size"] : 0;
  const payloadStart = start + size + END.length;
  if (payloadStart + payloadSize > data.length && payloadSize > 0) return null;
  return { header, payload: data.subarray(payloadStart, payloadStart + payloadSize) };
}

function parseHeader(text: string): Header | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return null;
    const { method, id } = value as { method?: unknown; id?: unknown };
    return typeof method === "string" && typeof id === "string" ? { ...value, method, id } : null;
  } catch {
    return null;
  }
}
