/** Sync's REST API as the console's page calls it. Shapes: https://www.twilio.com/docs/sync/api */

declare global {
  interface Window {
    readonly account: { readonly sid: string; readonly token: string; readonly service: string };
  }
}

export type Collection = "Documents" | "Maps" | "Streams";

export interface Service {
  readonly sid: string;
  readonly friendly_name: string | null;
}
export interface SyncObject {
  readonly sid: string;
  readonly unique_name: string | null;
  readonly revision?: string;
  readonly date_created: string;
  readonly date_updated: string;
  readonly date_expires: string | null;
  readonly created_by: string;
  /** For documents only. */
  readonly data?: unknown;
}
export interface Item extends Omit<SyncObject, "sid" | "unique_name"> {
  readonly key: string;
  readonly revision: string;
}

interface Meta {
  readonly key: string;
  readonly next_page_url: string | null;
}
interface ListPage {
  readonly meta: Meta;
  readonly [key: string]: unknown;
}

export const nameOf = (object: SyncObject): string => object.unique_name ?? object.sid;

const AUTHORIZATION = `Basic ${btoa(`${window.account.sid}:${window.account.token}`)}`;

/** A refusal with Twilio's message and code. */
class RestError extends Error {}

async function call(address: string, init: RequestInit = {}): Promise<unknown> {
  const answer = await fetch(address, {
    ...init,
    headers: { ...init.headers, authorization: AUTHORIZATION },
  });
  if (answer.status === 204) return null;
  const body = (await answer.json()) as { readonly message?: string; readonly code?: number };
  if (!answer.ok) throw new RestError(`${body.message ?? answer.statusText} (${body.code ?? answer.status})`);
  return body;
}

async function page<T>(
  address: string,
): Promise<{ readonly entries: readonly T[]; readonly next: string | null }> {
  const { meta, ...lists } = (await call(address)) as ListPage;
  return { entries: lists[meta.key] as readonly T[], next: meta.next_page_url };
}

async function all<T>(address: string): Promise<readonly T[]> {
  const entries: T[] = [];
  for (let next: string | null = `${address}?PageSize=100`; next !== null;) {
    const one: { readonly entries: readonly T[]; readonly next: string | null } = await page<T>(next);
    entries.push(...one.entries);
    next = one.next;
  }
  return entries;
}

const SERVICES = "/v1/Services";
const objectAddress = (service: string, collection: Collection, id: string): string =>
  `${SERVICES}/${service}/${collection}/${encodeURIComponent(id)}`;
const itemAddress = (service: string, map: string, key: string): string =>
  `${objectAddress(service, "Maps", map)}/Items/${encodeURIComponent(key)}`;

export const listServices = (): Promise<readonly Service[]> => all(SERVICES);
export const listObjects = (service: string, collection: Collection): Promise<readonly SyncObject[]> =>
  all(`${SERVICES}/${service}/${collection}`);
export const fetchObject = (service: string, collection: Collection, id: string): Promise<SyncObject> =>
  call(objectAddress(service, collection, id)) as Promise<SyncObject>;
export const listItems = (service: string, map: string): Promise<readonly Item[]> =>
  all(`${objectAddress(service, "Maps", map)}/Items`);

/** @param ifMatch the expected revision; with any other the write is refused */
const write = (address: string, fields: Record<string, string>, ifMatch?: string): Promise<unknown> =>
  call(address, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: ifMatch === undefined ? {} : { "if-match": ifMatch },
  });

export const updateDocument = (
  service: string,
  id: string,
  data: string,
  ifMatch: string,
): Promise<unknown> => write(objectAddress(service, "Documents", id), { Data: data }, ifMatch);
export const createItem = (service: string, map: string, key: string, data: string): Promise<unknown> =>
  write(`${objectAddress(service, "Maps", map)}/Items`, { Key: key, Data: data });
export const updateItem = (service: string, map: string, item: Item, data: string): Promise<unknown> =>
  write(itemAddress(service, map, item.key), { Data: data }, item.revision);
export const deleteItem = (service: string, map: string, item: Item): Promise<unknown> =>
  call(itemAddress(service, map, item.key), { method: "DELETE", headers: { "if-match": item.revision } });
export const deleteObject = (service: string, collection: Collection, id: string): Promise<unknown> =>
  call(objectAddress(service, collection, id), { method: "DELETE" });
