import { randomBytes } from "node:crypto";
import type { Header } from "./frames";
import type { Access, Connection } from "./connection";
import { statusOf } from "./upstream";

/** Whether a token admits a client. */
export type Admission =
  | { readonly ok: true; readonly identity: string; readonly access: (connection: Connection) => Access }
  | { readonly ok: false; readonly status: number; readonly code: number; readonly reason: string };

const CAPABILITIES = ["client_update", "offline_storage", "telemetry.v1"];

interface Registration {
  readonly product: string;
  readonly type: string;
  readonly message_types: readonly string[];
}

const registrationsOf = (header: Header): readonly Registration[] =>
  Array.isArray(header["registrations"]) ? (header["registrations"] as readonly Registration[]) : [];

/** The products for which a client opens a connection. */
export const productsOf = (header: Header): readonly string[] => [
  ...new Set(registrationsOf(header).map(({ product }) => product)),
];

/** The reply to an accepted `init`: a library waits for its product's storage before it opens any object. */
export function initReply(header: Header): Header {
  const registrations = registrationsOf(header);
  const before = header["continuation_token"];
  return {
    method: "reply",
    id: header.id,
    status: statusOf(200),
    capabilities: CAPABILITIES,
    continuation_token: typeof before === "string" ? before : randomBytes(12).toString("base64url"),
    continuation_token_status: { reissued: typeof before !== "string", reissue_message: "" },
    offline_storage: Object.fromEntries(
      registrations.map(({ product }) => [product, { storage_id: `TS${randomBytes(16).toString("hex")}` }]),
    ),
    init_registrations: registrations.map(({ product, type, message_types }) => ({
      notification_ctx_id: "00000000-0000-4000-8000-000000000000",
      product,
      type,
      message_types,
    })),
  };
}
