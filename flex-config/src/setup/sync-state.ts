/** Reads the current state of the wanted objects in a Sync service. */
import { MAX_PAGE } from "@schedule-manager/shared/sync/layout";
import type { Twilio } from "twilio";
import { limitConcurrency } from "../live/limit-concurrency";
import type { Rights, SyncObject } from "./layout";
import type { SyncService } from "./lease-holder";
import { objectKey, type ObjectState, type SyncState } from "./plan";

/** Concurrent requests: Sync allows 20 reads a second of one object. */
const WIDTH = 4;
/** A new object for each call, because the library modifies it. */
const pages = () => ({ pageSize: MAX_PAGE });

/** A map or document; Twilio's types omit the documented null. */
interface Found {
  readonly createdBy: string;
  readonly dateExpires: Date | null;
}

export async function readSyncState(
  client: Twilio,
  serviceSid: string,
  wanted: readonly SyncObject[],
): Promise<SyncState> {
  const service = client.sync.v1.services(serviceSid);
  const [settings, maps, documents] = await Promise.all([
    service.fetch(),
    service.syncMaps.list(pages()),
    service.documents.list(pages()),
  ]);
  const there = new Map<string, Found>([
    ...maps.map((map) => [objectKey({ type: "map", name: map.uniqueName }), map] as const),
    ...documents.map((each) => [objectKey({ type: "document", name: each.uniqueName }), each] as const),
  ]);
  const objects = new Map<string, ObjectState>();
  await limitConcurrency(wanted, WIDTH, async (object) => {
    const found = there.get(objectKey(object));
    if (found === undefined) return;
    objects.set(objectKey(object), {
      createdBy: found.createdBy,
      expires: expires(found),
      rights: await rightsOn(service, object),
      ...(await itemsIn(service, object)),
    });
  });
  return { aclEnabled: settings.aclEnabled, objects };
}

const expires = ({ dateExpires }: Pick<Found, "dateExpires">): boolean => dateExpires !== null;

async function itemsIn(
  service: SyncService,
  { type, name, itemsExpire }: SyncObject,
): Promise<Pick<ObjectState, "items" | "expiringItems">> {
  if (type === "document") return { items: 0, expiringItems: [] };
  const items = await service.syncMaps(name).syncMapItems.list(pages());
  const expiring = itemsExpire === true ? [] : items.filter(expires);
  return { items: items.length, expiringItems: expiring.map(({ key }) => key) };
}

type Permission = Rights & { readonly identity: string };

async function rightsOn(service: SyncService, { type, name }: SyncObject): Promise<Record<string, Rights>> {
  const permissions: readonly Permission[] =
    type === "map"
      ? await service.syncMaps(name).syncMapPermissions.list(pages())
      : await service.documents(name).documentPermissions.list(pages());
  return Object.fromEntries(
    permissions.map(({ identity, read, write, manage }) => [identity, { read, write, manage }]),
  );
}
