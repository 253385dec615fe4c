import { Sync } from "../../stand-in/sync/sync";
import { BACKEND } from "../../stand-in/sync/types";

let now: number;
function setUp() {
  now = 1_000_000;
  const sync = new Sync({ now: () => now, limits: false });
  const session = sync.as(BACKEND, sync.createService().sid);
  session.createMap({ uniqueName: "m" });
  const events: string[] = [];
  sync.onEvent(({ type, key }) => events.push(key === null ? type : `${type} ${key}`));
  const keys = () => session.listItems("m").items.map(({ key }) => key);
  return { sync, session, events, keys };
}

describe("expiry", () => {
  it("[SY27] comes at the time that the last ttl said, once; a ttl of 0 takes it back", () => {
    const { sync, session, events, keys } = setUp();
    session.putItem("m", "stays", { data: {}, ttl: 10 });
    session.putItem("m", "stays", { data: {}, ttl: 0 });
    session.putItem("m", "later", { data: {}, ttl: 10 });
    session.updateItem("m", "later", { ttl: 20 });
    session.putItem("m", "goes", { data: {}, ttl: 10 });
    now += 9_999;
    sync.sweep();
    expect(keys()).toEqual(["goes", "later", "stays"]);
    now += 1;
    sync.sweep();
    sync.sweep();
    expect(keys()).toEqual(["later", "stays"]);
    now += 10_000;
    sync.sweep();
    expect(keys()).toEqual(["stays"]);
    expect(events.filter((event) => event.includes("removed"))).toEqual([
      "map_item_removed goes",
      "map_item_removed later",
    ]);
  });

  it("[SY27] a new ttl alone is no event and no new revision", () => {
    const { session, events } = setUp();
    const { revision } = session.putItem("m", "k", { data: {} }).item;
    expect(session.updateItem("m", "k", { ttl: 60 })).toMatchObject({ revision, dateExpires: now + 60_000 });
    expect(events).toEqual(["map_item_added k"]);
  });

  it("[SY27] objects expire with all they hold", () => {
    const { sync, session, events } = setUp();
    session.putItem("m", "k", { data: {} });
    session.setTtl("map", "m", 5);
    session.createDocument({ uniqueName: "d", ttl: 5 });
    now += 5_000;
    sync.sweep();
    expect(() => session.fetch("map", "m")).toThrow("Map not found");
    expect(() => session.fetch("document", "d")).toThrow("Document not found");
    expect(events).toEqual(["map_item_added k", "map_removed", "document_removed"]);
  });

  it("[SY27] it may come late, as at Twilio; who hides what has expired does not see it meanwhile", () => {
    const { sync, session, keys } = setUp();
    session.putItem("m", "k", { data: {}, ttl: 5 });
    now += 60_000;
    sync.sweep(120_000);
    expect(keys()).toEqual(["k"]);
    expect(session.listItems("m", { hideExpired: true }).items).toEqual([]);
    now += 120_000;
    sync.sweep(120_000);
    expect(keys()).toEqual([]);
  });
});
