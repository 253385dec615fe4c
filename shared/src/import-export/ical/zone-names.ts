import { ownValue } from "../../collections/dictionary";
import { WINDOWS_ZONES } from "./windows-zones";

/**
 * Names that versions of Windows show after the offset, for zones whose own name does not identify them:
 * "(UTC-05:00) Eastern Time (US & Canada)", "(GMT+01.00) Paris/Madrid/Brussels/Copenhagen". One of the words
 * suffices.
 */
const SHOWN: Readonly<Record<string, string>> = {
  "dateline standard time": "international date line west",
  "aleutian standard time": "aleutian islands",
  "hawaiian standard time": "hawaii",
  "marquesas standard time": "marquesas islands",
  "alaskan standard time": "alaska",
  "pacific standard time (mexico)": "baja california",
  "pacific standard time": "pacific time; tijuana",
  "us mountain standard time": "arizona",
  "mountain standard time (mexico)": "chihuahua; mazatlan; la paz -7",
  "mountain standard time": "mountain time",
  "yukon standard time": "yukon",
  "central america standard time": "central america",
  "central standard time": "central time",
  "easter island standard time": "easter island",
  "central standard time (mexico)": "guadalajara; mexico city; monterrey",
  "canada central standard time": "saskatchewan",
  "sa pacific standard time": "bogota; lima; quito; rio branco",
  "eastern standard time (mexico)": "chetumal",
  "eastern standard time": "eastern time",
  "haiti standard time": "haiti",
  "cuba standard time": "havana",
  "us eastern standard time": "indiana",
  "turks and caicos standard time": "turks and caicos",
  "paraguay standard time": "asuncion",
  "atlantic standard time": "atlantic time",
  "venezuela standard time": "caracas",
  "central brazilian standard time": "cuiaba",
  "sa western standard time": "georgetown -4; la paz -4; manaus; san juan",
  "pacific sa standard time": "santiago",
  "newfoundland standard time": "newfoundland",
  "tocantins standard time": "araguaina",
  "e. south america standard time": "brasilia",
  "sa eastern standard time": "cayenne; fortaleza",
  "argentina standard time": "buenos aires; city of buenos aires",
  "greenland standard time": "greenland",
  "montevideo standard time": "montevideo",
  "magallanes standard time": "punta arenas",
  "saint pierre standard time": "saint pierre and miquelon",
  "bahia standard time": "salvador",
  "azores standard time": "azores",
  "cape verde standard time": "cape verde is.; cabo verde is.",
  "gmt standard time":
    "dublin; edinburgh; lisbon; london; greenwich mean time - dublin; greenwich mean time : dublin",
  "greenwich standard time": "monrovia; reykjavik",
  "sao tome standard time": "sao tome",
  "morocco standard time": "casablanca",
  "w. europe standard time": "amsterdam; berlin; bern; rome; stockholm; vienna",
  "central europe standard time": "belgrade; bratislava; budapest; ljubljana; prague",
  "romance standard time": "brussels; copenhagen; madrid; paris",
  "central european standard time": "sarajevo; skopje; warsaw; zagreb",
  "w. central africa standard time": "west central africa",
  "jordan standard time": "amman",
  "gtb standard time": "athens; bucharest",
  "middle east standard time": "beirut",
  "egypt standard time": "cairo",
  "e. europe standard time": "chisinau",
  "syria standard time": "damascus",
  "west bank standard time": "gaza; hebron",
  "south africa standard time": "harare; pretoria",
  "fle standard time": "helsinki; kyiv; kiev; riga; sofia; tallinn; vilnius",
  "israel standard time": "jerusalem",
  "kaliningrad standard time": "kaliningrad",
  "sudan standard time": "khartoum",
  "libya standard time": "tripoli",
  "namibia standard time": "windhoek",
  "arabic standard time": "baghdad",
  "turkey standard time": "istanbul",
  "arab standard time": "kuwait; riyadh",
  "belarus standard time": "minsk",
  "russian standard time": "moscow; st. petersburg; st petersburg",
  "e. africa standard time": "nairobi",
  "iran standard time": "tehran",
  "arabian standard time": "abu dhabi; muscat",
  "astrakhan standard time": "astrakhan; ulyanovsk",
  "azerbaijan standard time": "baku",
  "russia time zone 3": "izhevsk; samara",
  "mauritius standard time": "port louis",
  "saratov standard time": "saratov",
  "georgian standard time": "tbilisi",
  "volgograd standard time": "volgograd",
  "caucasus standard time": "yerevan",
  "afghanistan standard time": "kabul",
  "west asia standard time": "ashgabat; tashkent",
  "ekaterinburg standard time": "ekaterinburg",
  "pakistan standard time": "islamabad; karachi",
  "qyzylorda standard time": "qyzylorda",
  "india standard time": "chennai; kolkata; mumbai; new delhi; calcutta",
  "sri lanka standard time": "sri jayawardenepura",
  "nepal standard time": "kathmandu",
  "central asia standard time": "astana; almaty",
  "bangladesh standard time": "dhaka",
  "omsk standard time": "omsk",
  "myanmar standard time": "yangon; rangoon",
  "se asia standard time": "bangkok; hanoi; jakarta",
  "altai standard time": "barnaul; gorno-altaysk",
  "w. mongolia standard time": "hovd",
  "north asia standard time": "krasnoyarsk",
  "n. central asia standard time": "novosibirsk",
  "tomsk standard time": "tomsk",
  "china standard time": "beijing; chongqing; hong kong; hong kong sar; urumqi",
  "north asia east standard time": "irkutsk",
  "singapore standard time": "kuala lumpur; singapore",
  "w. australia standard time": "perth",
  "taipei standard time": "taipei",
  "ulaanbaatar standard time": "ulaanbaatar",
  "aus central w. standard time": "eucla",
  "transbaikal standard time": "chita",
  "tokyo standard time": "osaka; sapporo; tokyo",
  "north korea standard time": "pyongyang",
  "korea standard time": "seoul",
  "yakutsk standard time": "yakutsk",
  "cen. australia standard time": "adelaide",
  "aus central standard time": "darwin",
  "e. australia standard time": "brisbane",
  "aus eastern standard time": "canberra; melbourne; sydney",
  "west pacific standard time": "guam; port moresby",
  "tasmania standard time": "hobart",
  "vladivostok standard time": "vladivostok",
  "lord howe standard time": "lord howe island",
  "bougainville standard time": "bougainville island",
  "russia time zone 10": "chokurdakh",
  "magadan standard time": "magadan",
  "norfolk standard time": "norfolk island",
  "sakhalin standard time": "sakhalin",
  "central pacific standard time": "solomon is.; new caledonia",
  "russia time zone 11": "anadyr; petropavlovsk-kamchatsky",
  "new zealand standard time": "auckland; wellington",
  "fiji standard time": "fiji",
  "chatham islands standard time": "chatham islands",
  "tonga standard time": "nuku'alofa",
  "samoa standard time": "samoa",
  "line islands standard time": "kiritimati island",
};

const byWords = new Map(
  Object.entries(SHOWN).flatMap(([zone, words]) =>
    words.split("; ").map((word) => [word, ownValue(WINDOWS_ZONES, zone) ?? "UTC"] as const),
  ),
);

/** The prefix with the offset, such as `(UTC-05:00)`. */
const OFFSET = /^\(?(?:UTC|GMT)(?:\s*([+-]\d{1,2})[:.]?\d{0,2})?\)?\s*/i;

/** The IANA zone of a name that Windows displays; null: unknown. */
function shownZone(name: string): string | null {
  const prefix = name.startsWith("(") ? OFFSET.exec(name) : null;
  if (prefix === null) return null;
  const hours = Number(prefix[1] ?? 0);
  const words = name
    .slice(prefix[0].length)
    .toLowerCase()
    // "(US & Canada)", "(East)"
    .replace(/\([^)]*\)/g, "")
    .split(/[,/;]/)
    .map((word) => word.trim().replace(/\s+/g, " "));
  for (const word of words) {
    // Zones of `Etc` have the opposite sign.
    if (/^co-?ordinated universal time/.test(word))
      return hours === 0 ? "UTC" : `Etc/GMT${hours < 0 ? "+" : ""}${-hours}`;
    const zone = byWords.get(word) ?? byWords.get(`${word} ${hours}`);
    if (zone !== undefined) return zone;
  }
  return null;
}

/** Removes quotes, escapes, and blanks at the ends of a name. */
export function cleanZoneName(text: string): string {
  const name = text
    .trim()
    .replace(/^(["'])(.*)\1$/, "$2")
    .replace(/\\([,;:\\"])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
  return name === text ? name : cleanZoneName(name);
}

/** The IANA zone of a Windows zone id or display name; null: neither. */
export const windowsZone = (name: string): string | null =>
  ownValue(WINDOWS_ZONES, name.toLowerCase()) ?? shownZone(name);
