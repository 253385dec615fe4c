/** A browser's store, updated by the plugin through the real `twilio-sync` during resharding. */
import { isLive, isLoaded } from "@schedule-manager/plugin/catalogue/live";
import { followCatalogue } from "@schedule-manager/plugin/catalogue/live-effect";
import { twilioSync } from "@schedule-manager/plugin/sync/twilio-sync";
import { mapOf, READER } from "@schedule-manager/shared/sync/layout";
import twilio from "twilio";
import { eventually } from "../../contract/plugin-sync/suite";
import { ACCOUNT_SID, API_KEY, API_SECRET, SYNC_SERVICE_SID } from "../../stand-in/dev-account";
import { openManager } from "../../unit/plugin/sync/open-manager";
import { flexLikeStore, storeSelectors } from "../../unit/plugin/store";
import { reshardWorld, type ReshardWorld } from "./support/reshard-world";

const { selectLiveRules, selectLiveSchedules } = storeSelectors();

jest.setTimeout(60_000);

function token(): string {
  const made = new twilio.jwt.AccessToken(ACCOUNT_SID, API_KEY, API_SECRET, { identity: READER });
  made.addGrant(new twilio.jwt.AccessToken.SyncGrant({ serviceSid: SYNC_SERVICE_SID }));
  return made.toJwt();
}

/** A browser's store, and everything it has missed since it was complete. */
async function browser({ standIn }: ReshardWorld) {
  const store = flexLikeStore();
  const names = () =>
    selectLiveSchedules(store.getState())
      .map(({ value }) => value?.name)
      .toSorted();
  const rules = () => selectLiveRules(store.getState()).length;
  const live = () => store.getState().scheduleManager.live;
  let shards = 8;
  const answer = { token: token(), serviceSid: SYNC_SERVICE_SID, ttl: 3600, identity: READER, now: 0 };
  const manager = openManager(
    {
      connect: twilioSync({ region: null, more: { twilsock: { uri: standIn.twilsockUrl } } }),
      fetchToken: async () => ({ ok: true, answer: { ...answer, right: "read", shards } }),
      random: () => 0.1,
    },
    [followCatalogue((action) => store.dispatch(action), { onShards: (now) => (shards = now) })],
  );
  const all = Array.from({ length: 8 }, (_, index) => `Schedule ${index}`);
  await eventually(() => expect([names(), rules(), isLive(live())]).toEqual([all, 12, true]));
  const missed: unknown[] = [];
  store.subscribe(() => {
    if (names().length < 8 || rules() < 12 || !isLoaded(live())) missed.push([names(), rules()]);
  });
  return {
    names,
    missed,
    /** Complete and live with this number of shards. */
    follows: async (number: number): Promise<void> => {
      await eventually(() => expect([shards, isLive(live())]).toEqual([number, true]));
      // Also after unused subscriptions have ended.
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect([names(), rules()]).toEqual([all, 12]);
    },
    close: () => manager.close(),
  };
}

describe("resharding", () => {
  let world: ReshardWorld;
  beforeEach(async () => {
    world = await reshardWorld();
  });
  afterEach(() => world.stop());

  it("[RS8] browsers follow it, miss nothing at any moment, and receive later changes", async () => {
    const { names, missed, follows, close } = await browser(world);
    for (const number of [5, 8, 5]) {
      expect(await world.reshard(number)).toEqual({ ok: true });
      await follows(number);
    }
    expect(missed).toEqual([]);

    const id = "schedule-3";
    const item = world
      .service()
      .syncMaps(mapOf("schedule", id, 5))
      .syncMapItems(id);
    await item.update({ data: { ...(await item.fetch()).data, name: "Renamed" } as object });
    await eventually(() => expect(names()).toContain("Renamed"));
    close();
  });

  it.each([5, 11])("[RS8] browsers with a lost socket follow it to %i", async (number) => {
    const { missed, follows, close } = await browser(world);
    const away = world.standIn.faults.add({ match: { transport: "socket" }, action: { do: "refuse" } });
    world.standIn.hub.drop();
    expect(await world.reshard(number)).toEqual({ ok: true });
    world.standIn.faults.remove(away);
    await follows(number);
    expect(missed).toEqual([]);
    close();
  });
});
