/** A runtime whose `Intl` has no zones. */
import { zoneOf } from "@schedule-manager/shared/time/zone";
import { ZONE_DATA_FROM, ZONE_DATA_UNTIL } from "@schedule-manager/shared/time/zone-data";

jest.mock("@schedule-manager/shared/time/zone-offset", () => ({ offsetReader: () => null }));

const HOUR = 3_600_000;
const FROM = Date.UTC(ZONE_DATA_FROM, 0, 1);
const UNTIL = Date.UTC(ZONE_DATA_UNTIL, 0, 1);

describe("a zone that the runtime lacks", () => {
  it("[TZ19] keeps its nearest offset outside the years of the shipped data", () => {
    // Its offset at the end of the data differs from the one at the beginning.
    const span = (t: number) => zoneOf("America/Vancouver")?.span(t).offset;
    expect([span(FROM), span(UNTIL - 1)]).toEqual([-8 * HOUR, -7 * HOUR]);
    expect([span(FROM - 1), span(Date.UTC(1970, 0, 1)), span(-8.64e15)]).toEqual(Array(3).fill(-8 * HOUR));
    expect([span(UNTIL), span(Date.UTC(2300, 0, 1)), span(8.64e15)]).toEqual(Array(3).fill(-7 * HOUR));
  });

  it("[TZ2] is unknown without shipped data", () => {
    expect(zoneOf("Mars/Base")).toBeNull();
  });
});

test.each([NaN, Infinity, -8.64e15 - 1, 8.64e15 + 1])(
  "[TZ3] the offset at %d, which is no instant, is 0",
  (t) => {
    const zone = zoneOf("Asia/Tokyo");
    expect(zone?.span(Date.UTC(2026, 0, 1)).offset).toBe(9 * HOUR);
    expect(zone?.span(t)).toEqual({ from: t, to: t, offset: 0 });
    expect(zone?.span(Date.UTC(2026, 0, 1)).offset).toBe(9 * HOUR);
  },
);
