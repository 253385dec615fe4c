import { checkData, expiryOf, MAX_MESSAGE_BYTES, type IfMatch } from "./check";
import { demand } from "./permissions";
import { SyncProblem } from "./problem";
import { isoDate, newSid, type Store } from "./store";
import type { Caller, Json, SyncDocument, SyncStream } from "./types";

export interface Change {
  readonly data?: Json | undefined;
  /** Seconds; absent: the expiry stays as it is. */
  readonly ttl?: number | undefined;
  readonly ifMatch?: IfMatch | undefined;
}

/** Replaces a document's data, its expiry, or both. */
export function updateDocument(
  store: Store,
  service: string,
  caller: Caller,
  id: string,
  change: Change,
): SyncDocument {
  const document = store.find(service, "document", id);
  demand(store, caller, document, "write");
  const checked = change.data === undefined ? null : checkData(change.data, "invalidDocumentData");
  store.limits.write(document.sid, checked?.bytes ?? 0);
  if (checked === null && change.ttl === undefined) throw new SyncProblem("noParameters");
  if (change.ifMatch !== undefined && change.ifMatch !== document.revision) {
    throw new SyncProblem("documentRevision");
  }
  if (change.ttl !== undefined) {
    document.dateExpires = expiryOf(change.ttl, store.now());
    if (document.dateExpires !== null) store.expiring.add(document);
  }
  if (checked === null) store.changed();
  else {
    const previous = document.data;
    document.data = checked.data;
    document.revision += 1;
    store.record(document, "document_updated", null, {
      document_sid: document.sid,
      document_data: checked.data,
      document_revision: String(document.revision),
      previous_document_data: previous,
    });
  }
  return document;
}

/** Sends a message to the current subscribers; later subscribers do not receive it. */
export function publishMessage(
  store: Store,
  service: string,
  caller: Caller,
  id: string,
  data: Json | undefined,
): { readonly stream: SyncStream; readonly sid: string } {
  const stream = store.find(service, "stream", id);
  demand(store, caller, stream, "write");
  const checked = checkData(data, "invalidMessage", MAX_MESSAGE_BYTES);
  store.limits.write(stream.sid, checked.bytes);
  const sid = newSid("TZ");
  const body = {
    date_created: isoDate(store.now()),
    stream_sid: stream.sid,
    message_sid: sid,
    message_data: checked.data,
  };
  store.emit({
    type: "stream_message_published",
    objectSid: stream.sid,
    kind: "stream",
    id: null,
    key: null,
    body,
  });
  return { stream, sid };
}
