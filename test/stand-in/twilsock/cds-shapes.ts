/**
 * Resources in the form for client libraries: absolute addresses, to which no client connects, and dates with
 * milliseconds.
 */
import { ACCOUNT_SID } from "../dev-account";
import { CDS, itemUrl } from "../sync/items";
import { isoDate } from "../sync/store";
import type { MapItem, SyncMap, SyncObject } from "../sync/types";

const COLLECTION = { document: "Documents", map: "Maps", stream: "Streams" } as const;
const orNull = (at: number | null): string | null => (at === null ? null : isoDate(at));

export function cdsObject(object: SyncObject, withData = true) {
  const url = `${CDS}/v3/Services/${object.serviceSid}/${COLLECTION[object.kind]}/${object.sid}`;
  const common = {
    sid: object.sid,
    unique_name: object.uniqueName,
    account_sid: ACCOUNT_SID,
    service_sid: object.serviceSid,
    url,
    date_created: isoDate(object.dateCreated),
    date_updated: isoDate(object.dateUpdated),
    date_expires: orNull(object.dateExpires),
    created_by: object.createdBy,
  };
  const counted = { revision: String(object.revision), last_event_id: object.lastEventId };
  const permissions = `${url}/Permissions`;
  switch (object.kind) {
    case "document": {
      const links = { permissions };
      return withData
        ? { ...common, ...counted, links, data: object.data }
        : { ...common, ...counted, links };
    }
    case "map":
      return { ...common, ...counted, links: { items: `${url}/Items`, permissions } };
    case "stream":
      return { ...common, links: { messages: `${url}/Messages` } };
  }
}

export const cdsItem = (map: SyncMap, item: MapItem) => ({ ...cdsItemReply(map, item), data: item.data });

/** The reply to a write omits the data. */
export function cdsItemReply(map: SyncMap, item: MapItem) {
  return {
    key: item.key,
    account_sid: ACCOUNT_SID,
    service_sid: map.serviceSid,
    map_sid: map.sid,
    url: itemUrl(map, item.key),
    revision: String(item.revision),
    last_event_id: item.lastEventId,
    date_created: isoDate(item.dateCreated),
    date_updated: isoDate(item.dateUpdated),
    date_expires: orNull(item.dateExpires),
    created_by: item.createdBy,
  };
}
