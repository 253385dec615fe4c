/** Brings a Sync service to what the product needs, through the `twilio` library. Safe to run again and again. */
import { DEFAULT_SHARDS } from "@schedule-manager/shared/sync-layout";
import type { Twilio } from "twilio";
import { readLock } from "../live/read-live";
import { inBatches } from "./in-batches";
import { type Rights, type SyncObject, syncObjects } from "./layout";
import { objectKey, planSetup, type SetupStep, type SyncState } from "./plan";
import { unlessThere } from "./rest-error";

/** Sync allows 20 creations a second; this many requests at once stay well below. */
const WIDTH = 4;

export interface SetupOptions {
  readonly client: Twilio;
  readonly serviceSid: string;
  /** How many maps hold the schedules, and how many the rules; about 100 items a map is best. */
  readonly shards?: number;
  readonly onStep?: (step: SetupStep) => void;
}

type SyncService = ReturnType<Twilio["sync"]["v1"]["services"]>;

/** Reads what the service holds; the rights only of the objects that are wanted. */
export async function readSyncState(
  client: Twilio,
  serviceSid: string,
  wanted: readonly SyncObject[],
): Promise<SyncState> {
  const service = client.sync.v1.services(serviceSid);
  const [settings, maps, documents] = await Promise.all([
    service.fetch(),
    service.syncMaps.list({ pageSize: 100 }),
    service.documents.list({ pageSize: 100 }),
  ]);
  const present = new Set([
    ...maps.map((map) => objectKey({ type: "map", name: map.uniqueName })),
    ...documents.map((document) => objectKey({ type: "document", name: document.uniqueName })),
  ]);
  const objects = new Map<string, { rights: Record<string, Rights> }>();
  await inBatches(
    wanted.filter((object) => present.has(objectKey(object))),
    WIDTH,
    async (object) => {
      objects.set(objectKey(object), { rights: await rightsOn(service, object) });
    },
  );
  return { aclEnabled: settings.aclEnabled, objects };
}

type Permission = Rights & { readonly identity: string };

async function rightsOn(service: SyncService, object: SyncObject): Promise<Record<string, Rights>> {
  const permissions: readonly Permission[] =
    object.type === "map"
      ? await service.syncMaps(object.name).syncMapPermissions.list()
      : await service.documents(object.name).documentPermissions.list();
  return Object.fromEntries(
    permissions.map(({ identity, read, write, manage }) => [identity, { read, write, manage }]),
  );
}

async function permit(service: SyncService, step: Extract<SetupStep, { do: "permit" }>): Promise<void> {
  const { object, identity, rights } = step;
  if (object.type === "map") {
    await service.syncMaps(object.name).syncMapPermissions(identity).update(rights);
  } else {
    await service.documents(object.name).documentPermissions(identity).update(rights);
  }
}

const create = (service: SyncService, { type, name, data }: SyncObject): Promise<void> =>
  unlessThere(
    type === "map"
      ? service.syncMaps.create({ uniqueName: name })
      : service.documents.create({ uniqueName: name, data: data ?? {} }),
  );

/** Plans what is missing, without doing it. An existing service keeps its own number of shards. */
export async function planSyncSetup(options: Omit<SetupOptions, "onStep">): Promise<readonly SetupStep[]> {
  const lock = await readLock(options.client, options.serviceSid);
  const wanted = syncObjects(lock?.shards ?? options.shards ?? DEFAULT_SHARDS, lock?.generation);
  return planSetup(await readSyncState(options.client, options.serviceSid, wanted), wanted);
}

export async function setUpSync(options: SetupOptions): Promise<readonly SetupStep[]> {
  const steps = await planSyncSetup(options);
  await carryOut(options, steps);
  return steps;
}

/** Does what was planned. */
export async function carryOut(
  { client, serviceSid, onStep }: SetupOptions,
  steps: readonly SetupStep[],
): Promise<void> {
  const service = client.sync.v1.services(serviceSid);
  // Creations first, rights after them; `lock` is the last of both, since a reader takes it for "set up".
  const phases = [
    steps.filter((step) => step.do === "enable-acl"),
    steps.filter((step) => step.do === "create" && step.object.name !== "lock"),
    steps.filter((step) => step.do === "permit" && step.object.name !== "lock"),
    steps.filter((step) => step.do !== "enable-acl" && step.object.name === "lock"),
  ];
  for (const phase of phases) {
    const width = phase === phases[3] ? 1 : WIDTH;
    await inBatches(phase, width, async (step) => {
      if (step.do === "enable-acl") await service.update({ aclEnabled: true });
      else if (step.do === "create") await create(service, step.object);
      else await permit(service, step);
      onStep?.(step);
    });
  }
}
