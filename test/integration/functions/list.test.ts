/** `admin/list` from the instance's cache: its requests to Sync, and that its answers are current. */
import type { ListAnswer, PublishChange } from "@schedule-manager/shared/api/api";
import { HEAD } from "@schedule-manager/shared/sync/layout";
import { SYNC_SERVICE_SID } from "../../stand-in/dev-account";
import { startInstance } from "./support/instance";
import type { Instance } from "./support/instance";
import { buildInto } from "./support/runtime";
import type { Built } from "./support/runtime";
import { EXAMPLE, startWorld } from "./support/world";
import type { World } from "./support/world";

jest.setTimeout(60_000);

const MAPS = 16;
const Token = "flex-token-ada";

let built: Built;
let world: World;
let lister: Instance;
beforeAll(async () => {
  built = await buildInto();
});
afterAll(() => built?.remove());
beforeEach(async () => {
  world = await startWorld(EXAMPLE, false);
  lister = instance("admin/list");
});
afterEach(() => world.standIn.stop());

const instance = (name: string, env: Record<string, string> = {}): Instance =>
  startInstance({ folder: built.folder, name, twilioUrl: world.standIn.url, env });

const list = async (from = lister): Promise<ListAnswer> => {
  const { status, body } = await from.call({ Token });
  expect(status).toBe(200);
  return body as unknown as ListAnswer;
};
const scheduleOf = ({ data }: ListAnswer, id: string) => data.schedules.find((each) => each.id === id);

/** Number of requests with this path during the call. */
async function counted(path: string, work: () => Promise<unknown>): Promise<number> {
  const { faults } = world.standIn;
  const id = faults.add({ match: { transport: "http", path }, delayMs: 0 });
  await work();
  const struck = faults.list().find((each) => each.id === id)?.struck ?? NaN;
  faults.remove(id);
  return struck;
}

async function publish(name: string): Promise<void> {
  const found = scheduleOf(await list(instance("admin/list")), "example-1");
  if (found === undefined) throw new Error("no example");
  const { id, revision, status: _status, ...value } = found;
  const change: PublishChange = {
    kind: "schedule",
    id,
    base: { revision, value },
    value: { ...value, name },
  };
  const sent = JSON.stringify({ id: `publish-${name}`, changes: [change] });
  expect((await instance("admin/publish").call({ Token, publish: sent })).status).toBe(200);
}

const lock = () => world.client.sync.v1.services(SYNC_SERVICE_SID).documents(HEAD);

describe("admin/list of an instance with a cached catalogue", () => {
  it("[FN65] reads one document and no map while nothing is published", async () => {
    // More when a map is read again because the first, concurrent read was not usable.
    expect(await counted("/Maps/", () => list())).toBeGreaterThanOrEqual(MAPS);
    expect(await counted("/Maps/", () => list())).toBe(0);
    expect(await counted("/Documents/", () => list())).toBe(1);
  });

  it("[FN65] contains the last publish with its revision, and reads only its items", async () => {
    await list();
    await publish("Renamed");
    let after: ListAnswer | null = null;
    let ofItem = 0;
    const ofMaps = await counted("/Maps/", async () => {
      ofItem = await counted("/Items/example-1", async () => (after = await list()));
    });
    // Another instance, which published, may still be reading; still not all maps.
    expect(ofItem).toBe(1);
    expect(ofMaps).toBeLessThan(MAPS / 2);
    const answer = after as unknown as ListAnswer;
    expect(scheduleOf(answer, "example-1")).toMatchObject({ name: "Renamed", revision: "1" });
    expect([answer.version, answer.versionIsDeployed]).toEqual(["2", true]);
  });

  it("[FN65] contains only Sync's revisions during and after a publish", async () => {
    await list();
    const data = (await lock().fetch()).data as object;
    const mark = { id: "p", by: { identity: "a" }, since: "", phase: "applying", generation: 2 };
    await lock().update({ data: { ...data, publish: mark } });
    const during = await list();
    expect([during.version, during.versionIsDeployed]).toEqual(["1", false]);
    const cold = await list(instance("admin/list"));
    for (const { revision } of [...cold.data.schedules, ...during.data.rules]) expect(revision).toBe("0");
  });

  it("[FN65] omits items that are invalid in Sync, and contains console edits after a while", async () => {
    const quick = instance("admin/list", { FRESHNESS_MS: "200", REREAD_MS: "1000" });
    await list(quick);
    await world.put("schedule", "hours-1", { name: 5 });
    await world.put("schedule", "shut-1", { ...EXAMPLE.schedules[2], manualClose: false, id: undefined });
    await new Promise((done) => setTimeout(done, 2500));
    const answer = await list(quick);
    expect(scheduleOf(answer, "hours-1")).toBeUndefined();
    expect(scheduleOf(answer, "shut-1")).toMatchObject({ manualClose: false, status: { isOpen: true } });
  });
});
