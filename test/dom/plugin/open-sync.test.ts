import type { SyncTokenAnswer } from "@schedule-manager/shared/api";
import { mapName, READER, shardOf, SHARED_READER } from "@schedule-manager/shared/sync-layout";
import { KEEP_AFTER, SAY_AGAIN } from "@schedule-manager/plugin/kept/keeper";
import { openSync } from "@schedule-manager/plugin/open-sync";
import { GATHER } from "@schedule-manager/plugin/state/batch";
import { selectStatusTable } from "@schedule-manager/plugin/state/select";
import { Attachments } from "@schedule-manager/plugin/sync/attachments";
import { RESUME_WITHIN } from "@schedule-manager/plugin/sync/spread";
import { MemorySync } from "../../contract/plugin-sync/memory-sync";
import { ACCOUNT_SID, SYNC_SERVICE_SID } from "../../stand-in/dev-values";
import { mintSyncToken } from "../../stand-in/tokens/sync-tokens";
import { EXAMPLE, WEEKDAYS } from "../../unit/plugin/items";
import { MemoryKept } from "../../unit/plugin/memory-kept";
import { flexLikeStore } from "../../unit/plugin/store";

const START = Date.parse("2026-03-02T16:00:00Z");
const SHARDS = 2;
const stored = ({ id: _, ...value }: { readonly id: string }) => value;
const MAP = mapName("schedule", shardOf(EXAMPLE.id, SHARDS));

function catalogue(): MemorySync {
  const sync = new MemorySync();
  for (let shard = 0; shard < SHARDS; shard += 1) {
    sync.createMap(`schedules-${shard}`);
    sync.createMap(`rules-${shard}`);
  }
  sync.put(MAP, EXAMPLE.id, stored(EXAMPLE));
  sync.put(mapName("rule", shardOf(WEEKDAYS.id, SHARDS)), WEEKDAYS.id, stored(WEEKDAYS));
  sync.createDocument("lock", { generation: 1, shards: SHARDS, publish: null, recent: [] });
  return sync;
}

interface PageOptions {
  readonly mayEdit?: boolean;
  readonly agents?: number;
  readonly random?: number;
}

/** One page of a browser: it opens its connection at once. */
function page(sync: MemorySync, kept: MemoryKept, options: PageOptions = {}) {
  const { mayEdit = false, agents = 7000, random = 0.5 } = options;
  const store = flexLikeStore();
  let asked = 0;
  const opened = openSync({
    host: { token: () => "flex", identity: "sam", accountSid: ACCOUNT_SID },
    store,
    connect: sync.connect,
    attachments: new Attachments(),
    kept,
    askFunctions: async () => {
      asked += 1;
      const token = mintSyncToken({
        identity: READER,
        now: Date.now(),
        expiresAt: Date.now() + 12 * 3_600_000,
      });
      const reader = { token, serviceSid: SYNC_SERVICE_SID, shards: SHARDS };
      // As the functions do: the next reader finds it.
      sync.createDocument(SHARED_READER, reader);
      const answer: SyncTokenAnswer = {
        ...reader,
        ttl: 43_200,
        right: "read",
        identity: "sam",
        now: Date.now(),
      };
      return { ok: true, answer };
    },
    mayEdit,
    agents,
    now: Date.now,
    random: () => random,
  });
  const state = () => store.getState().scheduleManager;
  const isOpen = () => selectStatusTable(store.getState()).statuses.get(EXAMPLE.id)?.decision.isOpen;
  return { ...opened, store, state, isOpen, asked: () => asked };
}

/** What a browser holds that had the catalogue live for a while. */
async function keptByAnEarlierPage(sync: MemorySync): Promise<MemoryKept> {
  const kept = new MemoryKept();
  const first = page(sync, kept);
  await jest.advanceTimersByTimeAsync(KEEP_AFTER + 5000);
  expect(first.state().live.asOf).toBeNull();
  first.close();
  sync.reads.length = 0;
  sync.tokens.length = 0;
  return kept;
}

describe("opening Sync", () => {
  beforeEach(() => void jest.useFakeTimers({ now: START }));
  afterEach(() => void jest.useRealTimers());

  it("[SL6] the first browser fetches a token for all, the second asks nobody", async () => {
    const sync = catalogue();
    const [first, second] = [page(sync, new MemoryKept()), page(sync, new MemoryKept(), { random: 0.9 })];
    await jest.advanceTimersByTimeAsync(3000);
    expect([first.state().connection.state, second.state().connection.state]).toEqual([
      "connected",
      "connected",
    ]);
    expect(first.asked() + second.asked()).toBe(1);
    expect(sync.clients).toBe(2);
    first.close();
    second.close();
  });

  it("[SL7] after a reload what was kept shows at once, marked as of when, and is live in its turn without a read or a token", async () => {
    const sync = catalogue();
    const kept = await keptByAnEarlierPage(sync);
    sync.put(MAP, EXAMPLE.id, { ...stored(EXAMPLE), manualClose: true });
    const second = page(sync, kept, { agents: 7000, random: 0.999 });
    await jest.advanceTimersByTimeAsync(0);
    const { asOf } = second.state().live;
    expect(second.store.getState().scheduleManager.live.schedules.ids).toEqual([EXAMPLE.id]);
    expect(asOf).toBeGreaterThan(START);
    expect(asOf).toBeLessThanOrEqual(Date.now());
    await jest.advanceTimersByTimeAsync(69_000);
    expect([sync.clients, second.state().connection.state]).toEqual([0, "connecting"]);
    await jest.advanceTimersByTimeAsync(2000);
    expect(second.state().live.asOf).toBeNull();
    expect(second.isOpen()).toBe(false);
    expect(sync.reads).toEqual([]);
    expect([sync.tokens.length, second.asked()]).toEqual([1, 0]);
    second.close();
  });

  it("[SL8] who presses “try again”, and who may edit, does not wait for their turn", async () => {
    const sync = catalogue();
    const kept = await keptByAnEarlierPage(sync);
    const second = page(sync, kept, { random: 0.999 });
    await jest.advanceTimersByTimeAsync(0);
    second.retry();
    await jest.advanceTimersByTimeAsync(GATHER);
    expect(second.state().live.asOf).toBeNull();
    second.close();
    const admin = page(sync, kept, { mayEdit: true, random: 0.999 });
    await jest.advanceTimersByTimeAsync(GATHER);
    expect(admin.state().live.asOf).toBeNull();
    expect(admin.asked()).toBe(1);
    admin.close();
  });

  it("[SL9] what was kept yesterday shows at once too, but is read anew at once", async () => {
    const sync = catalogue();
    const kept = await keptByAnEarlierPage(sync);
    jest.setSystemTime(Date.now() + RESUME_WITHIN + 60_000);
    const second = page(sync, kept, { random: 0.999 });
    await jest.advanceTimersByTimeAsync(GATHER);
    expect(second.state().live.asOf).toBeNull();
    expect([...sync.reads].sort()).toEqual(["lock", "rules-0", "rules-1", "schedules-0", "schedules-1"]);
    second.close();
  });

  it("[OC22] without Sync the last known schedules go on being evaluated, marked as of when", async () => {
    const sync = catalogue();
    const one = page(sync, new MemoryKept());
    await jest.advanceTimersByTimeAsync(3000);
    expect([one.isOpen(), one.state().live.asOf]).toEqual([false, null]);
    const cut = Date.now();
    sync.interrupt();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(one.state().live.asOf).toBe(cut);
    expect(one.state().live.schedules.ids).toEqual([EXAMPLE.id]);
    sync.restore();
    await jest.advanceTimersByTimeAsync(GATHER);
    expect(one.state().live.asOf).toBeNull();
    one.close();
  });

  it("[OC23] keeps what changed, a while later and once, and now and then that all is still so", async () => {
    const sync = catalogue();
    const kept = new MemoryKept();
    const one = page(sync, kept);
    await jest.advanceTimersByTimeAsync(3000 + KEEP_AFTER);
    expect(kept.saves).toEqual(["put:2 drop:all"]);
    sync.put(MAP, EXAMPLE.id, { ...stored(EXAMPLE), name: "a" });
    sync.put(MAP, EXAMPLE.id, { ...stored(EXAMPLE), name: "b" });
    await jest.advanceTimersByTimeAsync(KEEP_AFTER);
    expect(kept.saves.slice(1)).toEqual(["put:1 drop:0"]);
    await jest.advanceTimersByTimeAsync(SAY_AGAIN);
    expect(kept.saves.slice(2)).toEqual(["put:0 drop:0"]);
    expect(kept.place).toMatchObject({ asOf: Date.now() });
    sync.remove(MAP, EXAMPLE.id);
    await jest.advanceTimersByTimeAsync(KEEP_AFTER);
    expect(kept.saves.slice(3)).toEqual(["put:0 drop:1"]);
    // What is not live is not kept: the place stays as it was.
    const { place } = kept;
    sync.interrupt();
    await jest.advanceTimersByTimeAsync(5 * SAY_AGAIN);
    expect(kept.place).toEqual(place);
    one.close();
  });
});
