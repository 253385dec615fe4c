import { zoneOf } from "@schedule-manager/shared/time/zone";

/**
 * Names that runtimes accept but do not list: former names (the tz database's file `backward`), and current names
 * that some engines list under the former one.
 */
const UNLISTED = `
UTC GMT Etc/UTC Etc/GMT Etc/Greenwich Etc/UCT Etc/Universal Etc/Zulu UCT Universal Zulu Greenwich GMT0 GMT+0 GMT-0
Etc/GMT0 Etc/GMT+0 Etc/GMT-0 Etc/GMT+1 Etc/GMT+2 Etc/GMT+3 Etc/GMT+4 Etc/GMT+5 Etc/GMT+6 Etc/GMT+7 Etc/GMT+8 Etc/GMT+9
Etc/GMT+10 Etc/GMT+11 Etc/GMT+12 Etc/GMT-1 Etc/GMT-2 Etc/GMT-3 Etc/GMT-4 Etc/GMT-5 Etc/GMT-6 Etc/GMT-7 Etc/GMT-8
Etc/GMT-9 Etc/GMT-10 Etc/GMT-11 Etc/GMT-12 Etc/GMT-13 Etc/GMT-14
CET CST6CDT EET EST EST5EDT HST MET MST MST7MDT PST8PDT WET
Africa/Asmara Africa/Asmera Africa/Timbuktu
America/Argentina/Buenos_Aires America/Argentina/Catamarca America/Argentina/ComodRivadavia America/Argentina/Cordoba
America/Argentina/Jujuy America/Argentina/Mendoza America/Atikokan America/Atka America/Buenos_Aires America/Catamarca
America/Coral_Harbour America/Cordoba America/Ensenada America/Fort_Wayne America/Godthab America/Indiana/Indianapolis
America/Indianapolis America/Jujuy America/Kentucky/Louisville America/Knox_IN America/Louisville America/Mendoza
America/Montreal America/Nipigon America/Nuuk America/Pangnirtung America/Porto_Acre America/Rainy_River America/Rosario
America/Santa_Isabel America/Shiprock America/Thunder_Bay America/Virgin America/Yellowknife
Antarctica/South_Pole
Asia/Ashkhabad Asia/Calcutta Asia/Chongqing Asia/Chungking Asia/Dacca Asia/Harbin Asia/Ho_Chi_Minh Asia/Istanbul
Asia/Kashgar Asia/Kathmandu Asia/Katmandu Asia/Kolkata Asia/Macao Asia/Rangoon Asia/Saigon Asia/Tel_Aviv Asia/Thimbu
Asia/Ujung_Pandang Asia/Ulan_Bator Asia/Yangon
Atlantic/Faeroe Atlantic/Faroe Atlantic/Jan_Mayen
Australia/ACT Australia/Canberra Australia/Currie Australia/LHI Australia/NSW Australia/North Australia/Queensland
Australia/South Australia/Tasmania Australia/Victoria Australia/West Australia/Yancowinna
Brazil/Acre Brazil/DeNoronha Brazil/East Brazil/West
Canada/Atlantic Canada/Central Canada/Eastern Canada/Mountain Canada/Newfoundland Canada/Pacific Canada/Saskatchewan
Canada/Yukon
Chile/Continental Chile/EasterIsland Cuba Egypt Eire
Europe/Belfast Europe/Kiev Europe/Kyiv Europe/Nicosia Europe/Tiraspol Europe/Uzhgorod Europe/Zaporozhye
GB GB-Eire Hongkong Iceland Iran Israel Jamaica Japan Kwajalein Libya Mexico/BajaNorte Mexico/BajaSur Mexico/General
NZ NZ-CHAT Navajo PRC
Pacific/Chuuk Pacific/Enderbury Pacific/Johnston Pacific/Kanton Pacific/Pohnpei Pacific/Ponape Pacific/Samoa Pacific/Truk
Pacific/Yap
Poland Portugal ROC ROK Singapore Turkey US/Alaska US/Aleutian US/Arizona US/Central US/East-Indiana US/Eastern US/Hawaii
US/Indiana-Starke US/Michigan US/Mountain US/Pacific US/Samoa W-SU
`;

/** A zone's IANA name, and its common names. */
export interface ZoneName {
  readonly name: string;
  readonly longName: string;
}

/** Zones per slice: each needs a formatter, which takes about half a millisecond. */
const AT_ONCE = 10;

function longName(zone: string, locale: string, now: number): string {
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    timeZoneName: "longGeneric",
  }).formatToParts(now);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}

/** The names that the browser lists, available at once. */
export const listedZones = (): readonly ZoneName[] =>
  ["UTC", ...Intl.supportedValuesOf("timeZone")]
    .filter((name, index, all) => all.indexOf(name) === index)
    .map((name) => ({ name, longName: "" }));

let known: { readonly locale: string; readonly zones: readonly ZoneName[] } | null = null;

/** Every IANA name that the browser accepts, about 600; null until `findZones` has finished. */
export const knownZones = (locale: string): readonly ZoneName[] | null =>
  known?.locale === locale ? known.zones : null;

/**
 * Finds every IANA name that the browser accepts with its common names, in slices, so that typing stays responsive.
 * @param now ms since the epoch
 * @returns stops
 */
export function findZones(
  locale: string,
  now: number,
  done: (zones: readonly ZoneName[]) => void,
): () => void {
  const names = [
    ...new Set([...listedZones().map(({ name }) => name), ...UNLISTED.trim().split(/\s+/)]),
  ].sort();
  const zones: ZoneName[] = [];
  let next = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const some = (): void => {
    for (const name of names.slice(next, next + AT_ONCE))
      if (zoneOf(name) !== null) zones.push({ name, longName: longName(name, locale, now) });
    next += AT_ONCE;
    if (next < names.length) timer = setTimeout(some, 0);
    else {
      known = { locale, zones };
      done(zones);
    }
  };
  timer = setTimeout(some, 0);
  return () => {
    clearTimeout(timer);
  };
}
