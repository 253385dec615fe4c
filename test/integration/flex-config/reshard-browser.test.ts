/** A browser's store, kept by the plugin through the real `twilio-sync`, while the number of shards changes. */
import { isLive, isLoaded } from "@schedule-manager/plugin/state/live";
import { followCatalogue } from "@schedule-manager/plugin/state/live-effect";
import { selectLiveRules, selectLiveSchedules } from "@schedule-manager/plugin/state/select";
import { Attachments } from "@schedule-manager/plugin/sync/attachments";
import { openHub } from "@schedule-manager/plugin/sync/hub";
import { twilioSync } from "@schedule-manager/plugin/sync/twilio-sync";
import { mapName, READER, shardOf } from "@schedule-manager/shared/sync-layout";
import twilio from "twilio";
import { ACCOUNT_SID, API_KEY, API_SECRET, SYNC_SERVICE_SID } from "../../stand-in/dev-values";
import { flexLikeStore } from "../../unit/plugin/store";
import { reshardWorld } from "./support/reshard-world";

jest.setTimeout(60_000);

function token(): string {
  const made = new twilio.jwt.AccessToken(ACCOUNT_SID, API_KEY, API_SECRET, { identity: READER });
  made.addGrant(new twilio.jwt.AccessToken.SyncGrant({ serviceSid: SYNC_SERVICE_SID }));
  return made.toJwt();
}

async function eventually(check: () => void): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      check();
      return;
    } catch (error) {
      if (tries > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

describe("changing the number of shards", () => {
  it("[RS8] is followed by browsers, which miss nothing for a moment and hear of what comes after", async () => {
    const world = await reshardWorld();
    const store = flexLikeStore();
    const names = () =>
      selectLiveSchedules(store.getState())
        .map(({ value }) => value?.name)
        .toSorted();
    const rules = () => selectLiveRules(store.getState()).length;
    let shards = 8;
    const answer = { token: token(), serviceSid: SYNC_SERVICE_SID, ttl: 3600, identity: READER, now: 0 };
    const hub = openHub({
      connect: twilioSync({ region: null, more: { twilsock: { uri: world.standIn.twilsockUrl } } }),
      syncToken: async () => ({ ok: true, answer: { ...answer, right: "read", shards } }),
      onState: () => undefined,
      attachments: new Attachments([
        followCatalogue((action) => store.dispatch(action), { onShards: (now) => (shards = now) }),
      ]),
      random: () => 0.1,
    });
    const all = Array.from({ length: 8 }, (_, index) => `Schedule ${index}`);
    const isWhole = () => isLoaded(store.getState().scheduleManager.live);
    await eventually(() => expect([names(), rules(), isWhole()]).toEqual([all, 12, true]));
    const missed: unknown[] = [];
    store.subscribe(() => {
      if (names().length < 8 || rules() < 12 || !isWhole()) missed.push([names(), rules(), isWhole()]);
    });
    for (const number of [5, 8, 5]) {
      expect(await world.reshard(number)).toEqual({ ok: true });
      await eventually(() => expect(store.getState().scheduleManager.session?.shards).toBe(number));
      await eventually(() => expect(isLive(store.getState().scheduleManager.live)).toBe(true));
      // Also after what is no longer read has gone.
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect([names(), rules()]).toEqual([all, 12]);
    }
    expect(missed).toEqual([]);

    const id = "schedule-3";
    const item = world
      .service()
      .syncMaps(mapName("schedule", shardOf(id, 5)))
      .syncMapItems(id);
    await item.update({ data: { ...(await item.fetch()).data, name: "Renamed" } as object });
    await eventually(() => expect(names()).toContain("Renamed"));
    hub.close();
    await world.stop();
  });
});
