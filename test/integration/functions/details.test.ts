import { ZONE_DATA_VERSION } from "@schedule-manager/shared/time/zone-data";
import { startInstance } from "./support/instance";
import type { Instance } from "./support/instance";
import { buildInto } from "./support/runtime";
import type { Built } from "./support/runtime";
import { startWorld } from "./support/world";
import type { World } from "./support/world";

jest.setTimeout(60_000);

let built: Built;
let world: World;
let instance: Instance;
beforeAll(async () => {
  built = await buildInto();
  world = await startWorld();
  instance = startInstance({ folder: built.folder, name: "check-schedule", twilioUrl: world.standIn.url });
});
afterAll(async () => {
  await world?.standIn.stop();
  await built?.remove();
});

const details = async (more: object) =>
  (await instance.call({ name: "Hours", simulate: "2026-12-25T10:00", details: "true", ...more })).body;

describe("details on request", () => {
  it("[FN45] contain the deciding rule, the next change, and the age of the data", async () => {
    expect(await details({})).toEqual({
      isOpen: false,
      closedReason: "holiday",
      schedule: "Hours",
      scheduleId: "hours-1",
      timeZone: "America/Chicago",
      localTime: "2026-12-25T10:00:00-06:00",
      manualNote: null,
      wallClock: null,
      rule: { id: "holiday-1", name: "Holiday" },
      nextChange: {
        at: "2026-12-26T06:00:00.000Z",
        local: "2026-12-26T00:00:00-06:00",
        isOpen: false,
        closedReason: "closed",
      },
      nextOpen: { at: "2026-12-28T14:00:00.000Z", local: "2026-12-28T08:00:00-06:00" },
      minutesUntilChange: 840,
      sentence: expect.stringMatching(/closed.*Monday.*8/) as string,
      upcomingClosures: [
        {
          from: "2026-12-25",
          to: "2026-12-25",
          opens: [],
          closedReason: "holiday",
          rules: [{ id: "holiday-1", name: "Holiday" }],
          sentence: "We are closed today for the holiday.",
        },
      ],
      tzdata: ZONE_DATA_VERSION,
      catalogue: { version: "1", ageSeconds: expect.any(Number) as number, source: "sync" },
      stale: false,
    });
  });

  it("[FN45] name in the sentence the closures within the requested days after today", async () => {
    const said = async (more: object) => (await details({ simulate: "2026-12-21T10:00", ...more })).sentence;
    const status = "We are open until 5 PM.";
    const plain = (text: unknown) => String(text).replace(/[\u202f\u00a0]/g, " ");
    expect(plain(await said({}))).toBe(status);
    expect(plain(await said({ announce: "3" }))).toBe(status);
    expect(plain(await said({ announce: "4" }))).toBe(`${status} We are closed on Friday for the holiday.`);
    expect(plain(await said({ announce: "400", simulate: "2026-12-25T10:00" }))).not.toContain("today");
  });

  it("[FN45] are in the requested language, and in English for an unknown one", async () => {
    const sentences = await Promise.all(
      ["de-DE", "es-MX", "th", "zh-Hans", "xx", "!", ""].map(
        async (locale) => (await details({ locale })).sentence,
      ),
    );
    expect(sentences[0]).toMatch(/Montag/);
    expect(sentences[1]).toMatch(/lunes/);
    expect(new Set(sentences.slice(0, 4)).size).toBe(4);
    for (const sentence of sentences.slice(4)) expect(sentence).toMatch(/Monday/);
  });

  it("[FN45] without a next change, are null", async () => {
    expect(await details({ name: "Example" })).toMatchObject({
      isOpen: true,
      rule: { id: "always-1" },
      nextChange: null,
      minutesUntilChange: null,
      nextOpen: { local: "2026-12-25T10:00:00-06:00" },
    });
  });

  it("[FN46] health contains versions and the instance's catalogue, and no secret", async () => {
    const health = startInstance({ folder: built.folder, name: "health", twilioUrl: world.standIn.url });
    const { status, body } = await health.call({});
    expect(status).toBe(200);
    expect(body).toEqual({
      ok: true,
      version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
      node: process.versions.node,
      tzdata: ZONE_DATA_VERSION,
      runtimeTzdata: process.versions.tz,
      catalogue: {
        generation: 1,
        ageMs: expect.any(Number) as number,
        stale: false,
        schedules: 4,
        rules: 3,
        unreadable: 0,
      },
      snapshot: null,
      now: expect.any(Number) as number,
    });
  });
});
