/** The bodies that observe the holidays of an example, and the laws that define them. */
export interface Source {
  readonly holidaysOf: string;
  readonly observedBy: string;
  readonly source: string;
}

const EMPLOYERS = "all employers";
const BODIES = "public bodies, banks and most employers";

const from = (holidaysOf: string, observedBy: string, source: string): Source => ({
  holidaysOf,
  observedBy,
  source,
});

/** By the name of the example's file. */
export const SOURCES: Readonly<Record<string, Source>> = {
  at: from("Austria", EMPLOYERS, "Feiertagsruhegesetz 1957, § 1; Arbeitsruhegesetz, § 7"),
  au: from(
    "Australia, New South Wales",
    BODIES,
    "Public Holidays Act 2010 (NSW); Public Holidays Amendment (Anzac Day) Order 2026",
  ),
  "au-regions": from(
    "Australia, its 8 states and territories",
    BODIES,
    "The public holidays act of each state and territory",
  ),
  be: from("Belgium", EMPLOYERS, "Wet van / Loi du 4 januari 1974"),
  br: from("Brazil, national", BODIES, "Leis 662/1949, 6.802/1980, 9.093/1995, 14.759/2023"),
  ca: from("Canada, Ontario", "employers under Ontario's law", "Employment Standards Act, 2000, Part X"),
  "ca-regions": from(
    "Canada, its 13 provinces and territories",
    "employers under the law of the province",
    "The employment (labour) standards act of each province and territory",
  ),
  ch: from("Switzerland, Zurich", BODIES, "Ruhetags- und Ladenöffnungsgesetz 2000, § 1"),
  "ch-regions": from(
    "Switzerland, its 26 cantons",
    BODIES,
    "Bundesamt für Justiz: Gesetzliche Feiertage und Tage, die in der Schweiz wie gesetzliche Feiertage behandelt werden",
  ),
  cn: from("China", EMPLOYERS, "全国年节及纪念日放假办法 as of 2025; calendar GB/T 33661-2017"),
  co: from("Colombia", EMPLOYERS, "Ley 51 de 1983, Ley 2578 de 2026"),
  cz: from("Czechia", EMPLOYERS, "Zákon č. 245/2000 Sb."),
  de: from(
    "Germany, the nine days of every Land",
    EMPLOYERS,
    "Feiertagsgesetze der Länder, Einigungsvertrag Art. 2",
  ),
  "de-regions": from(
    "Germany, its 16 Länder",
    EMPLOYERS,
    "The Feiertagsgesetz of each Land; in Bavaria Assumption is of municipalities with a Catholic majority",
  ),
  dk: from("Denmark", BODIES, "Helligdage, lov nr. 214 af 6. marts 2023"),
  es: from("Spain, national", EMPLOYERS, "Real Decreto 2001/1983, art. 45"),
  "es-regions": from(
    "Spain, its 17 communities and 2 cities",
    EMPLOYERS,
    "Resolución de la Dirección General de Trabajo, BOE of 28 October 2025: days that change each year are those of 2026",
  ),
  fi: from("Finland", BODIES, "Kirkkolaki 652/2023, lait 388/1937 ja 272/1944"),
  fr: from("France", "public bodies; employers by agreement, all on 1 May", "Code du travail, art. L3133-1"),
  gb: from(
    "England and Wales",
    "banks and public bodies; employers by contract",
    "Banking and Financial Dealings Act 1971, and the yearly proclamations",
  ),
  "gb-regions": from(
    "England and Wales, Scotland, Northern Ireland",
    "banks and public bodies; employers by contract",
    "Banking and Financial Dealings Act 1971, Schedule 1; St Andrew's Day Bank Holiday (Scotland) Act 2007; proclamations",
  ),
  ie: from("Ireland", EMPLOYERS, "Organisation of Working Time Act 1997; S.I. No. 50/2022"),
  in: from(
    "India, national and two gazetted days",
    "offices of the central government",
    "Central government's list of closed holidays",
  ),
  it: from("Italy", EMPLOYERS, "Legge 260/1949, legge 151/2025"),
  jp: from("Japan", BODIES, "国民の祝日に関する法律"),
  mx: from("Mexico", EMPLOYERS, "Ley Federal del Trabajo, art. 74"),
  nl: from(
    "Netherlands, with Good Friday and 5 May",
    "public bodies; employers by collective agreement, which often leave out Good Friday and 5 May",
    "Algemene termijnenwet, art. 3",
  ),
  no: from("Norway", EMPLOYERS, "LOV-1995-02-24-12, LOV-1947-04-26-1"),
  nz: from(
    "New Zealand, national",
    EMPLOYERS,
    "Holidays Act 2003; Te Kāhui o Matariki Public Holiday Act 2022, Schedule 1",
  ),
  pl: from("Poland", EMPLOYERS, "Ustawa z dnia 18 stycznia 1951 r."),
  pt: from("Portugal", EMPLOYERS, "Código do Trabalho, artigo 234.º"),
  se: from("Sweden", BODIES, "Lag (1989:253)"),
  th: from(
    "Thailand, without stand-in Mondays",
    "public bodies (without 1 May); banks and employers choose at least 13 days, with 1 May",
    "The cabinet's yearly announcements; Labour Protection Act B.E. 2541, section 29",
  ),
  us: from(
    "United States, without Columbus Day",
    "offices of the federal government; most employers keep six to nine of the days",
    "5 U.S.C. § 6103; without the days moved for federal employees",
  ),
  "us-regions": from(
    "United States, 23 states and the District of Columbia with days of their own",
    "offices of the state",
    "The holiday statute of each state; without elections and partial closings",
  ),
  za: from("South Africa", EMPLOYERS, "Public Holidays Act 36 of 1994"),
};
