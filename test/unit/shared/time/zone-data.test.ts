import { readFileSync } from "node:fs";
import { zoneDataFile } from "@schedule-manager/flex-config/zones/zone-data-file";
import { zonePlacesFile } from "@schedule-manager/flex-config/zones/zone-places-file";
import { packZone } from "@schedule-manager/flex-config/zones/pack-zone";
import { formatInstant, formatRange } from "@schedule-manager/shared/i18n/format-date";
import { zoneOf } from "@schedule-manager/shared/time/zone";
import { ZONE_DATA_FROM, ZONE_DATA_UNTIL, ZONE_DATA_VERSION } from "@schedule-manager/shared/time/zone-data";
import { offsetReader } from "@schedule-manager/shared/time/zone-offset";
import { shippedSpans, spansOf, zoneNames } from "@schedule-manager/shared/time/zone-table";
import { isNewerThanRuntime } from "../../../support/newer-zone-data";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FROM = Date.UTC(ZONE_DATA_FROM, 0, 1);
const UNTIL = Date.UTC(ZONE_DATA_UNTIL, 0, 1);

const hoursAt = (name: string, iso: string): number | undefined => {
  const zone = zoneOf(name);
  return zone === null ? undefined : zone.span(Date.parse(iso)).offset / HOUR;
};

describe("the zone data that ships", () => {
  it("[TZ13] covers six years before its release's and twenty after, links and former names included", () => {
    const release = Number(ZONE_DATA_VERSION.slice(0, 4));
    expect([ZONE_DATA_FROM, ZONE_DATA_UNTIL]).toEqual([release - 6, release + 21]);
    const missing = [
      ...Intl.supportedValuesOf("timeZone"),
      "US/Pacific",
      "GB",
      "Cuba",
      "Asia/Calcutta",
      "EST5EDT",
    ].filter((name) => shippedSpans(name) === null);
    expect(missing).toEqual([]);
    for (const name of zoneNames()) {
      const spans = shippedSpans(name) ?? [];
      expect([name, spans[0]?.from, spans[spans.length - 1]?.to]).toEqual([name, FROM, UNTIL]);
      spans.slice(1).forEach((span, index) => expect(span.from).toBe(spans[index]?.to));
    }
  });

  it("[TZ13] has the runtime's offsets in every zone and year in which the two have the same rules", () => {
    const wrong: string[] = [];
    for (const name of zoneNames()) {
      const runtime = offsetReader(name);
      const spans = shippedSpans(name) ?? [];
      if (runtime === null) continue;
      for (const { from, to, offset } of spans)
        for (const t of [from, (from + to) / 2, to - 1])
          if (!isNewerThanRuntime(name, t, t) && runtime(t) !== offset)
            wrong.push(`${name} ${new Date(t).toISOString()}`);
    }
    expect(wrong).toEqual([]);
  });

  // The clock changes of 2026 in the releases 2026a to 2026f of the IANA source.
  it.each([
    ["British Columbia", "America/Vancouver", "2026-10-31T12:00Z", "2026-12-01T12:00Z", -7, -7],
    ["British Columbia in 2027", "Canada/Pacific", "2027-07-01T12:00Z", "2027-12-01T12:00Z", -7, -7],
    ["Alberta", "America/Edmonton", "2026-10-31T12:00Z", "2026-12-01T12:00Z", -6, -6],
    ["the Northwest Territories", "America/Inuvik", "2026-10-31T12:00Z", "2027-01-01T12:00Z", -6, -6],
    ["Manitoba", "America/Winnipeg", "2026-10-31T12:00Z", "2027-01-01T12:00Z", -5, -5],
    ["Cuba", "America/Havana", "2026-12-01T12:00Z", "2027-12-01T12:00Z", -4, -5],
    ["Morocco", "Africa/Casablanca", "2026-09-20T00:59:59Z", "2026-09-20T01:00Z", 1, 0],
    ["Western Sahara", "Africa/El_Aaiun", "2026-09-20T01:00Z", "2027-02-20T12:00Z", 0, 0],
    ["Moldova, at 01:00 UTC", "Europe/Chisinau", "2026-03-29T00:59:59Z", "2026-03-29T01:00Z", 2, 3],
  ])("[TZ14] %s has the offsets that the IANA source states", (_where, name, one, other, first, second) => {
    expect([hoursAt(name, one), hoursAt(name, other)]).toEqual([first, second]);
  });

  it("[TZ15] the runtime answers outside its years, and for names that it does not have", () => {
    const names = ["America/New_York", "Europe/Berlin", "Asia/Gaza"];
    for (const name of names) {
      const runtime = offsetReader(name);
      for (const t of [FROM - 1, FROM - 200 * DAY, UNTIL, UNTIL + 200 * DAY, Date.UTC(1970, 6, 1)])
        expect([name, t, zoneOf(name)?.span(t).offset]).toEqual([name, t, runtime?.(t)]);
    }
    expect(zoneOf("Mars/Base")).toBeNull();
  });

  it("[TZ15] names are found in letters of any case, as Intl finds them", () => {
    expect(hoursAt("america/vancouver", "2026-12-01T12:00Z")).toBe(-7);
  });

  it("[TZ16] the files are what `npm run zones` makes of the installed package", () => {
    const file = (name: string): string =>
      readFileSync(require.resolve(`@schedule-manager/shared/time/${name}`), "utf8");
    expect(file("zone-data")).toBe(zoneDataFile());
    expect(file("zone-places")).toBe(zonePlacesFile());
  });

  it("[TZ16] yearly changes are packed as such from the year on in which they begin", () => {
    const minute = (iso: string): number => Date.parse(iso) / 60_000;
    const years = Array.from({ length: 12 }, (_, index) => 2020 + index);
    const lastSunday = (year: number, month: number): number => {
      const last = new Date(Date.UTC(year, month, 0, 1));
      return (last.getTime() - last.getUTCDay() * DAY) / 60_000;
    };
    const regular = years.slice(2).flatMap((year) => [
      { at: lastSunday(year, 3), offset: 120 },
      { at: lastSunday(year, 10), offset: 60 },
    ]);
    const onsets = [{ at: minute("2020-02-03T04:05Z"), offset: 60 }, ...regular];
    const packed = packZone(0, onsets, 2020, 2032);
    expect(packed).toBe("0 10ut 60|2022 3 25 6 60 120 10 25 6 60 60");
    const [changes = "", yearly] = packed.split("|");
    const made = spansOf(2020, 2032, changes, yearly)
      .slice(1)
      .map(({ from, offset }) => ({ at: from / 60_000, offset: offset / 60_000 }));
    expect(made).toEqual(onsets);
  });

  it.each([
    ["short", "11:00 GMT-7"],
    ["shortOffset", "11:00 GMT-7"],
    [undefined, "11:00"],
  ] as const)("[TZ17] words show the local time of this data, with the zone as %s", (timeZoneName, words) => {
    const t = Date.parse("2026-12-01T18:00Z");
    const options = { hour: "numeric", minute: "2-digit", ...(timeZoneName && { timeZoneName }) } as const;
    expect(formatInstant("de-DE", "America/Vancouver", t, options)).toBe(words);
  });

  it("[TZ17] a range of words does, and names such as EST stay where the runtime's clock shows the same", () => {
    const t = Date.parse("2026-12-01T18:00Z");
    const options = { hour: "numeric", minute: "2-digit" } as const;
    expect(formatRange("de-DE", "America/Vancouver", t, t + HOUR, options)).toBe("11:00–12:00 Uhr");
    const named = { ...options, timeZoneName: "short" } as const;
    expect(formatInstant("en-US", "America/New_York", t, named)).toBe("1:00 PM EST");
    expect(formatInstant("fr-FR", "Asia/Kolkata", t, { ...options, timeZoneName: "shortOffset" })).toBe(
      "23:30 UTC+5:30",
    );
  });
});
