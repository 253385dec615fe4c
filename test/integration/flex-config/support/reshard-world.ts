/** A Sync service with many items to reshard. */
import { parseHead, parseHistoryBatch, parseHistoryData } from "@schedule-manager/shared/sync/layout-schema";
import type { Configuration } from "@schedule-manager/shared/model/model";
import { type CatalogueHead, HEAD, historyName, HISTORY_SHARDS } from "@schedule-manager/shared/sync/layout";
import { mapsOf, readMaps } from "@schedule-manager/flex-config/setup/copy-items";
import { ownObjects, removeFormer } from "@schedule-manager/flex-config/setup/former-objects";
import { syncObjects } from "@schedule-manager/flex-config/setup/layout";
import { objectKey } from "@schedule-manager/flex-config/setup/plan";
import { reshard, type ReshardResult } from "@schedule-manager/flex-config/setup/reshard";
import twilio, { RequestClient, type Twilio } from "twilio";
import { ACCOUNT_SID, AUTH_TOKEN, SYNC_SERVICE_SID } from "../../../stand-in/dev-account";
import { machineClock } from "../../functions/support/clock";
import { startWorld, type World } from "../../functions/support/world";

const DAY_MS = 86_400_000;
const RULES = 12;
const SCHEDULES = 8;

/** Rules, and schedules that each use two of them. */
export const MANY: Configuration = {
  rules: Array.from({ length: RULES }, (_, index) => ({
    id: `rule-${index}`,
    name: `Rule ${index}`,
    isOpen: true,
  })),
  schedules: Array.from({ length: SCHEDULES }, (_, index) => ({
    id: `schedule-${index}`,
    name: `Schedule ${index}`,
    timeZone: "UTC",
    manualClose: false,
    rules: [`rule-${index}`, `rule-${(index + 1) % RULES}`],
  })),
};

type Request = RequestClient["request"];

/** The `twilio` library with a callback between it and the network. */
export class Between extends RequestClient {
  constructor(readonly around: (request: Request, options: Parameters<Request>[0]) => ReturnType<Request>) {
    super();
  }
  override request: Request = (options) => this.around(super.request.bind(this), options) as never;
}

export interface ReshardWorld extends World {
  /** Everybody's clock, ms since the epoch; advances by itself. */
  pass(ms: number): void;
  service(): ReturnType<Twilio["sync"]["v1"]["services"]>;
  head(): Promise<CatalogueHead>;
  /** Changes the number of shards; `around` may act at each request, or break it. */
  reshard(shards: number, around?: Between["around"]): Promise<ReshardResult>;
  /** The rules and schedules visible to readers. */
  seen(): Promise<Record<string, unknown>>;
  /** Everything after a day: complete with history, and without former maps. */
  whole(shards: number): Promise<void>;
  stop(): Promise<void>;
}

export async function reshardWorld(configuration = MANY, limits = false): Promise<ReshardWorld> {
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const world = await startWorld(configuration, limits, { ...machineClock, now });
  const { client, standIn } = world;
  const service = () => client.sync.v1.services(SYNC_SERVICE_SID);
  const head = async (): Promise<CatalogueHead> => {
    const data = parseHead((await service().documents(HEAD).fetch()).data);
    if (data === null) throw new Error("head is spoilt");
    return data;
  };
  const pass = (ms: number): void => {
    ahead += ms;
  };
  const reading = () => ({ service: service(), keepAlive: () => Promise.resolve() });
  const where = (through: Twilio) => ({
    client: through,
    serviceSid: SYNC_SERVICE_SID,
    now: () => new Date(now()).toISOString(),
    wait: async (ms: number) => pass(ms),
    change: <T>(_what: string, make: () => Promise<T>) => make(),
  });
  return {
    ...world,
    pass,
    service,
    head,
    reshard(shards, around = (request, options) => request(options)) {
      const between = twilio(ACCOUNT_SID, AUTH_TOKEN, { httpClient: new Between(around) });
      between.sync.baseUrl = standIn.url;
      return reshard({ ...where(between), shards });
    },
    async seen() {
      const { shards } = await head();
      const items = await readMaps(reading(), mapsOf(shards));
      return Object.fromEntries(items.map(({ key, data }) => [key, data] as const).toSorted());
    },
    async whole(shards) {
      expect(await head()).toMatchObject({ shards, publish: null });
      pass(DAY_MS);
      const removed = await removeFormer({ ...where(client), note: () => undefined });
      expect(removed).toEqual({ ok: true });
      const wanted = syncObjects({ generation: 0, shards }).map(objectKey).toSorted();
      expect((await ownObjects(service())).map(objectKey).toSorted()).toEqual(wanted);
      // Each item has its history.
      const history = Array.from({ length: HISTORY_SHARDS }, (_, shard) => ({
        family: "history" as const,
        name: historyName(shard),
      }));
      const stored = await readMaps(reading(), history);
      const recorded = new Set(
        stored.flatMap(({ data }) => {
          const batch = parseHistoryBatch(data);
          const entry = parseHistoryData(data);
          return (batch?.changes ?? (entry === null ? [] : [entry])).map(({ kind, id }) => `${kind} ${id}`);
        }),
      );
      for (const { family, key } of await readMaps(reading(), mapsOf(shards)))
        expect(recorded).toContain(`${family} ${key}`);
    },
    stop: () => standIn.stop(),
  };
}
