/** Zones as programs describe them in a VTIMEZONE. */

interface ZoneFacts {
  readonly windows: string;
  readonly shown: string;
  readonly exchange: string;
  readonly lotus: string;
  readonly standard: string;
  /** Offset of the summer time and when either begins (BYDAY, BYMONTH, hour); null: there is none. */
  readonly summer: {
    readonly offset: string;
    readonly from: readonly [string, number, number];
    readonly until: readonly [string, number, number];
  } | null;
}

const FACTS: Readonly<Record<string, ZoneFacts>> = {
  "Europe/Berlin": {
    windows: "W. Europe Standard Time",
    shown: "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna",
    exchange: "(GMT+01.00) Amsterdam / Berlin / Bern / Rome / Stockholm / Vienna",
    lotus: "W. Europe",
    standard: "+0100",
    summer: { offset: "+0200", from: ["-1SU", 3, 2], until: ["-1SU", 10, 3] },
  },
  "America/New_York": {
    windows: "Eastern Standard Time",
    shown: "(UTC-05:00) Eastern Time (US & Canada)",
    exchange: "(GMT-05.00) Eastern Time (US & Canada)",
    lotus: "Eastern",
    standard: "-0500",
    summer: { offset: "-0400", from: ["2SU", 3, 2], until: ["1SU", 11, 2] },
  },
  "Asia/Tokyo": {
    windows: "Tokyo Standard Time",
    shown: "(UTC+09:00) Osaka, Sapporo, Tokyo",
    exchange: "(GMT+09.00) Tokyo/Osaka/Sapporo",
    lotus: "Tokyo",
    standard: "+0900",
    summer: null,
  },
  "Australia/Sydney": {
    windows: "AUS Eastern Standard Time",
    shown: "(UTC+10:00) Canberra, Melbourne, Sydney",
    exchange: "(GMT+10.00) Canberra / Melbourne / Sydney",
    lotus: "AUS Eastern",
    standard: "+1000",
    summer: { offset: "+1100", from: ["1SU", 10, 2], until: ["1SU", 4, 3] },
  },
  "Asia/Kolkata": {
    windows: "India Standard Time",
    shown: "(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi",
    exchange: "(GMT+05.30) Chennai / Kolkata / Mumbai / New Delhi",
    lotus: "India",
    standard: "+0530",
    summer: null,
  },
};

export const factsOf = (zone: string): ZoneFacts => {
  const facts = FACTS[zone];
  if (facts === undefined) throw new Error(zone);
  return facts;
};

const two = (value: number): string => String(value).padStart(2, "0");

/** @param rrule how the program writes the recurrence of a change */
export function vtimezone(
  tzid: string,
  zone: string,
  year: number,
  rrule: (byDay: string, month: number, hour: number) => string,
  ...more: readonly string[]
): string[] {
  const { standard, summer } = factsOf(zone);
  const part = (
    name: string,
    from: string,
    to: string,
    when: readonly [string, number, number] | null,
  ): string[] => [
    `BEGIN:${name}`,
    when === null ? `DTSTART:${year}0101T000000` : `DTSTART:${year}${two(when[1])}01T${two(when[2])}0000`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    ...(when === null ? [] : [`RRULE:${rrule(...(when as [string, number, number]))}`]),
    `END:${name}`,
  ];
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${tzid}`,
    ...more,
    ...(summer === null
      ? part("STANDARD", standard, standard, null)
      : [
          ...part("STANDARD", summer.offset, standard, summer.until),
          ...part("DAYLIGHT", standard, summer.offset, summer.from),
        ]),
    "END:VTIMEZONE",
  ];
}
