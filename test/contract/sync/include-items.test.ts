import { standInEnvironment, type StandInEnvironment } from "./environment";

jest.setTimeout(120_000);
let env: StandInEnvironment;
beforeAll(async () => (env = await standInEnvironment()));
afterAll(() => env.close());

describe("opening a map with its items", () => {
  it("[SY18] one request brings the map and its first hundred items", async () => {
    const id = env.name("map");
    await env.rest.syncMaps.create({ uniqueName: id });
    for (let index = 0; index < 120; index += 1) {
      await env.rest
        .syncMaps(id)
        .syncMapItems.create({ key: `k${String(index).padStart(3, "0")}`, data: { index } });
    }
    const reads = () => env.standIn.countersByName()[id]?.reads ?? 0;
    const before = reads();
    const map = await env.connect("ada").map({ id, mode: "open_existing", includeItems: true });
    for (let index = 0; index < 100; index += 1) {
      expect((await map.get(`k${String(index).padStart(3, "0")}`)).data).toEqual({ index });
    }
    expect(reads() - before).toBe(1);
    expect((await map.get("k100")).data).toEqual({ index: 100 });
    expect(reads() - before).toBe(2);
  });
});
