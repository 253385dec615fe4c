/** A Sync service with many items, which is given another number of shards. */
import { parseLock } from "@schedule-manager/shared/layout-schema";
import type { Configuration } from "@schedule-manager/shared/model";
import { historyName, LOCK, type LockData, mapName, shardOf } from "@schedule-manager/shared/sync-layout";
import { reshard } from "@schedule-manager/flex-config/setup/reshard";
import type { ReshardResult } from "@schedule-manager/flex-config/setup/reshard-held";
import { isStray } from "@schedule-manager/flex-config/setup/reshard-plan";
import { existingShards, readStored } from "@schedule-manager/flex-config/setup/reshard-store";
import twilio, { RequestClient, type Twilio } from "twilio";
import { ACCOUNT_SID, AUTH_TOKEN, SYNC_SERVICE_SID } from "../../../stand-in/dev-values";
import { startWorld, type World } from "../../functions/support/world";

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

/** The `twilio` library with something between it and the network. */
class Between extends RequestClient {
  constructor(readonly around: (request: Request, options: Parameters<Request>[0]) => ReturnType<Request>) {
    super();
  }
  override request: Request = (options) => this.around(super.request.bind(this), options) as never;
}

export interface ReshardWorld extends World {
  /** ms since the epoch, Sync's and everybody's clock; goes on by itself. */
  pass(ms: number): void;
  service(): ReturnType<Twilio["sync"]["v1"]["services"]>;
  lock(): Promise<LockData>;
  /** Changes the number of shards; `around` may do something at each request, or break it. */
  reshard(shards: number, around?: Between["around"]): Promise<ReshardResult>;
  /** The rules and schedules that readers see, whatever else there is. */
  seen(): Promise<Record<string, unknown>>;
  /** All that is there once and where it belongs, with its history; and no map too many. */
  whole(shards: number): Promise<void>;
  stop(): Promise<void>;
}

export async function reshardWorld(configuration = MANY, limits = false): Promise<ReshardWorld> {
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const world = await startWorld(configuration, limits, now);
  const { client, standIn } = world;
  const service = () => client.sync.v1.services(SYNC_SERVICE_SID);
  const lock = async (): Promise<LockData> => {
    const data = parseLock((await service().documents(LOCK).fetch()).data);
    if (data === null) throw new Error("lock is spoilt");
    return data;
  };
  const pass = (ms: number): void => {
    ahead += ms;
  };
  return {
    ...world,
    pass,
    service,
    lock,
    reshard(shards, around = (request, options) => request(options)) {
      const between = twilio(ACCOUNT_SID, AUTH_TOKEN, { httpClient: new Between(around) });
      between.sync.baseUrl = standIn.url;
      return reshard({
        client: between,
        serviceSid: SYNC_SERVICE_SID,
        shards,
        now: () => new Date(now()).toISOString(),
        wait: async (ms) => pass(ms),
        change: (_what, make) => make(),
      });
    },
    async seen() {
      const { shards } = await lock();
      const items = (await readStored(service())).filter((item) => !isStray(item, shards));
      const live = items.filter(({ family }) => family !== "history");
      return Object.fromEntries(live.map(({ key, data }) => [key, data] as const).toSorted());
    },
    async whole(shards) {
      expect(await lock()).toMatchObject({ shards, publish: null });
      const items = await readStored(service());
      expect(items.filter((item) => isStray(item, shards))).toEqual([]);
      const keys = items.map(({ family, key }) => `${family}:${key}`);
      expect(new Set(keys).size).toBe(keys.length);
      const maps = (await existingShards(service())).map(({ family, shard }) =>
        family === "history" ? historyName(shard) : mapName(family, shard),
      );
      expect(maps).toHaveLength(3 * shards);
      const live = items.filter(({ family }) => family !== "history");
      // Each has a history, in the shard of its id.
      for (const { key } of live) {
        const own = items.filter(
          (item) => item.family === "history" && item.key.slice(2).startsWith(`${key}:`),
        );
        expect(own.map(({ shard }) => shard)).toContain(shardOf(key, shards));
      }
    },
    stop: () => standIn.stop(),
  };
}
