/** Migrations that are killed, run at once, and are followed by publishes of this version's functions. */
import { mapsOf, readMaps } from "@schedule-manager/flex-config/setup/copy-items";
import { ownObjects } from "@schedule-manager/flex-config/setup/former-objects";
import { syncObjects } from "@schedule-manager/flex-config/setup/layout";
import { objectKey } from "@schedule-manager/flex-config/setup/plan";
import { HEAD } from "@schedule-manager/shared/sync/layout";
import { startInstance } from "../functions/support/instance";
import { buildInto, type Built } from "../functions/support/runtime";
import { FormerAccount, GENERATION, isSwitch, SHARDS, whole } from "./support/former-account";

const DAY_MS = 86_400_000;

jest.setTimeout(300_000);

let built: Built;
let account: FormerAccount;
beforeAll(async () => {
  built = await buildInto();
});
afterAll(() => built?.remove());
beforeEach(async () => {
  account = await new FormerAccount().start();
});
afterEach(() => account.stop());

describe("an account of the previous version", () => {
  it("[MI2] loses nothing when the migration is killed at any request and run again", async () => {
    let requests = 0;
    let switched = 0;
    await account.migrate((request, options) => {
      requests += 1;
      if (switched === 0 && isSwitch(options)) switched = requests;
      return request(options);
    });
    expect(switched).toBeGreaterThan(50);
    const steps = new Set([
      ...Array.from({ length: 8 }, (_, index) => Math.floor((switched * index) / 8)),
      ...Array.from({ length: requests - switched + 3 }, (_, index) => switched - 3 + index),
    ]);
    for (const step of steps) {
      await account.stop();
      account = await new FormerAccount().start();
      const before = whole(await account.formerSeen());
      let count = 0;
      const killed = account.migrate(async (request, options) => {
        count += 1;
        if (count > step) throw new Error("killed");
        const answer = await request(options);
        if (count === step) throw new Error("killed");
        return answer;
      });
      await killed.catch(() => undefined);
      expect({ step, former: whole(await account.formerSeen()) }).toEqual({ step, former: before });
      account.pass(20_000);
      expect({ step, again: await account.migrate() }).toEqual({ step, again: { ok: true, pending: false } });
      expect({ step, seen: whole(await account.seen()) }).toEqual({ step, seen: before });
      expect(await account.document(HEAD)).toMatchObject({ generation: GENERATION + 1, publish: null });
    }
  });

  it("[MI5] loses nothing when two migrations run concurrently", async () => {
    const before = whole(await account.formerSeen());
    const results = await Promise.all([account.migrate(), account.migrate()]);
    expect(results.some(({ ok }) => ok)).toBe(true);
    account.pass(20_000);
    expect(await account.migrate()).toEqual({ ok: true, pending: false });
    expect(whole(await account.seen())).toEqual(before);
    expect(await account.document(HEAD)).toMatchObject({ publish: null });
  });

  it("[MI7] accepts publishes of this version's functions; former objects are removed a day later, except the lock", async () => {
    await account.migrate();
    const functions = (name: string) =>
      startInstance({ folder: built.folder, name, twilioUrl: account.standIn.url });
    const check = () =>
      functions("check-schedule").call({ name: "Support US", simulate: "2026-12-25T10:00" });
    expect((await check()).body).toEqual({ isOpen: false, closedReason: "holiday" });
    const change = { kind: "rule", id: "late-1", base: null, value: { name: "Late", isOpen: true } };
    const publish = JSON.stringify({ id: "publish-after", changes: [change] });
    const done = await functions("admin/publish").call({ Token: "flex-token-ada", publish });
    expect([done.status, done.body["version"]]).toEqual([200, String(GENERATION + 2)]);

    const wanted = syncObjects({ generation: 0, shards: SHARDS }).map(objectKey);
    expect(await account.removeFormer()).toEqual({ ok: true });
    expect(await ownObjects(account.service)).toHaveLength(wanted.length + 3 * SHARDS + 4 + 1);
    account.pass(DAY_MS);
    expect(await account.removeFormer()).toEqual({ ok: true });
    const left = (await ownObjects(account.service)).map(objectKey);
    expect(left.toSorted()).toEqual([...wanted, "document:lock"].toSorted());
    expect((await check()).body).toEqual({ isOpen: false, closedReason: "holiday" });
    const alive = { service: account.service, keepAlive: () => Promise.resolve() };
    expect(await readMaps(alive, mapsOf(SHARDS))).toHaveLength(7);
  });
});
