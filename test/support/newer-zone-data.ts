/** The changes in IANA releases after 2025c, between two instants: a runtime with older data differs there. */
const CHANGES: readonly (readonly [from: string, to: string, zones: string])[] = [
  // 2026a: Moldova's clocks follow the European Union's since 2022.
  ["2022-03-27T00:00Z", "9999-01-01T00:00Z", "Europe/Chisinau Europe/Tiraspol"],
  // 2026b: British Columbia stays on -07.
  ["2026-11-01T00:00Z", "9999-01-01T00:00Z", "America/Vancouver Canada/Pacific"],
  // 2026c: Morocco and Western Sahara stay on +00, Alberta on -06.
  ["2026-09-20T00:00Z", "9999-01-01T00:00Z", "Africa/Casablanca Africa/El_Aaiun"],
  ["2026-11-01T00:00Z", "9999-01-01T00:00Z", "America/Edmonton America/Yellowknife Canada/Mountain"],
  // 2026d: the Northwest Territories stay on -06.
  ["2026-11-01T00:00Z", "9999-01-01T00:00Z", "America/Inuvik"],
  // 2026e and 2026f: Manitoba stays on -05, and Cuba this winter on -04.
  ["2026-11-01T00:00Z", "9999-01-01T00:00Z", "America/Winnipeg America/Rainy_River Canada/Central"],
  ["2026-11-01T00:00Z", "2027-03-15T00:00Z", "America/Havana Cuba"],
];

/** Whether the shipped zone data may differ from a runtime's of 2025c, somewhere between two instants. */
export const isNewerThanRuntime = (zone: string, from: number, to: number): boolean =>
  CHANGES.some(
    ([begin, end, zones]) =>
      to >= Date.parse(begin) && from < Date.parse(end) && zones.split(" ").includes(zone),
  );
