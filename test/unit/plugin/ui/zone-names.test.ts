import {
  findZones,
  knownZones,
  listedZones,
  type ZoneName,
} from "@schedule-manager/plugin/ui/fields/zone-names";

const NOW = Date.parse("2026-09-04T17:00:00Z");

describe("the names of time zones", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  /** Finds the names, and counts the steps that it takes. */
  async function find(locale: string) {
    const found: (readonly ZoneName[])[] = [];
    const stop = findZones(locale, NOW, (zones) => found.push(zones));
    let steps = 0;
    for (; jest.getTimerCount() > 0; steps += 1) await jest.advanceTimersToNextTimerAsync();
    return { found, steps, stop };
  }

  it("[ED2] every name is listed at once, former ones included, sorted and once", () => {
    const names = listedZones().map(({ name }) => name);
    expect(names).toEqual([...new Set(names)].sort());
    expect(names).toEqual(expect.arrayContaining(["Europe/Berlin", "America/Chicago", "Asia/Calcutta"]));
    expect(new Set(listedZones().map(({ longName }) => longName))).toEqual(new Set([""]));
  });

  it("[ED14] the common names are found in the reader's language, ten zones at a time, and then known", async () => {
    expect(knownZones("de-DE")).toBeNull();
    const { found, steps } = await find("de-DE");
    const names = listedZones();
    expect(steps).toBe(Math.ceil(names.length / 10));
    expect(found).toHaveLength(1);
    expect(found[0]?.map(({ name }) => name)).toEqual(names.map(({ name }) => name));
    expect(found[0]?.find(({ name }) => name === "Europe/Berlin")?.longName).toBe("Mitteleuropäische Zeit");
    expect(knownZones("de-DE")).toBe(found[0]);
    expect(knownZones("fr-FR")).toBeNull();
  });

  it("[ED2] a zone that the browser lacks has no common name", async () => {
    const Format = Intl.DateTimeFormat;
    jest.spyOn(Intl, "DateTimeFormat").mockImplementation((locale, options) => {
      if (options?.timeZone === "Europe/Berlin") throw new RangeError("unknown zone");
      return new Format(locale, options);
    });
    const { found } = await find("en-US");
    const of = (zone: string) => found[0]?.find(({ name }) => name === zone)?.longName;
    expect([of("Europe/Berlin"), of("America/Chicago")]).toEqual(["", "Central Time"]);
  });

  it("[ED14] a search that is stopped does not go on", () => {
    const found: unknown[] = [];
    findZones("es-ES", NOW, (zones) => found.push(zones))();
    expect([jest.getTimerCount(), found]).toEqual([0, []]);
  });
});
