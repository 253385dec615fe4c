import { fieldOf } from "@schedule-manager/shared/collections/record";
import { writeCost } from "@schedule-manager/shared/api/write-limits";
import type Client from "twilio/lib/base/RequestClient";

const SYNC_PATH =
  /^https:\/\/sync\.twilio\.com\/v1\/Services\/([^/?]+)\/(?:Maps|Documents)(?:\/([^/?]+)(\/Items)?(\/[^/?]+)?)?$/;

export interface WriteUse {
  /** The service or object whose limit it counts against. */
  readonly of: string;
  readonly cost: number;
}

/** The share of Sync's write limits that a request uses. Reads and permissions are negligible. */
export function usesOf({ method, uri, data }: Client.RequestOptions): readonly WriteUse[] {
  const [, service, object, items, key] = SYNC_PATH.exec(uri) ?? [];
  if (service === undefined || method.toLowerCase() === "get") return [];
  const isCreation = object === undefined || (items !== undefined && key === undefined);
  const creation = isCreation ? [{ of: service, cost: 1 }] : [];
  if (object === undefined || (items === undefined && key !== undefined)) return creation;
  const written = fieldOf(data, "Data");
  const bytes = typeof written === "string" ? Buffer.byteLength(written) : 0;
  return [...creation, { of: `${service}/${object}`, cost: writeCost(bytes) }];
}
