import { ch } from "../countries/ch";
import { dayOf, mod, weekday } from "../../../time/civil";
import { computed, easter, fixed, yearly } from "../define";
import { easterDay } from "../easter";
import { type CountryRegions, on, regionsFrom } from "../region";

/** The first Thursday of April, or the second where that is in Holy Week. */
function naefelserFahrt(year: number): number {
  const first = dayOf(year, 4, 1) ?? 0;
  const thursday = first + mod(3 - weekday(first), 7);
  return easterDay(year) - thursday === 3 ? thursday + 7 : thursday;
}

/**
 * Bundesamt für Justiz: "Gesetzliche Feiertage und Tage, die in der Schweiz wie gesetzliche Feiertage behandelt werden".
 * Whole days of whole cantons; without those of districts and municipalities.
 */
export const chRegions: CountryRegions = {
  country: ch,
  standsFor: "zh",
  regions: regionsFrom(`
    zh Zürich
    be Bern
    lu Luzern
    ur Uri
    sz Schwyz
    ow Obwalden
    nw Nidwalden
    gl Glarus
    zg Zug
    fr Fribourg
    so Solothurn
    bs Basel-Stadt
    bl Basel-Landschaft
    sh Schaffhausen
    ar Appenzell Ausserrhoden
    ai Appenzell Innerrhoden
    sg St. Gallen
    gr Graubünden
    ag Aargau
    tg Thurgau
    ti Ticino
    vd Vaud
    vs Valais
    ne Neuchâtel
    ge Genève
    ju Jura`),
  omitted: {
    "good-friday": ["ti", "vs"],
    "easter-monday": ["vs", "ne"],
    "labour-day": "be lu ur sz ow nw gl zg fr so ar ai sg gr ag vd vs ge".split(" "),
    "whit-monday": ["vs", "ne"],
    "federal-fast": ["ge"],
    "st-stephen": ["vd", "vs", "ne", "ge", "ju"],
  },
  added: [
    on("be lu ow gl zg fr so sh ag tg vd ju", fixed("berchtold", "Berchtoldstag", "01-02")),
    on("ur sz ti", fixed("epiphany", "Dreikönigstag", "01-06")),
    on("ne", fixed("republic-day", "Instauration de la République", "03-01")),
    on("ur sz nw ti vs", fixed("st-joseph", "Josefstag", "03-19")),
    on("gl", computed("naefelser-fahrt", "Näfelser Fahrt", naefelserFahrt)),
    on("lu ur sz ow nw zg fr so ai ti vs ju", easter("corpus-christi", "Fronleichnam", 60)),
    on("ju", fixed("jura-plebiscite", "Commémoration du plébiscite jurassien", "06-23")),
    on("ti", fixed("peter-and-paul", "Santi Pietro e Paolo", "06-29")),
    on("lu ur sz ow nw zg fr so ai ti vs ju", fixed("assumption", "Mariä Himmelfahrt", "08-15")),
    // The Thursday after the first Sunday of September.
    on("ge", yearly("genevan-fast", "Jeûne genevois", "BYMONTH=9;BYMONTHDAY=5,6,7,8,9,10,11;BYDAY=TH")),
    // The Monday after the third Sunday of September.
    on("vd", yearly("fast-monday", "Lundi du Jeûne", "BYMONTH=9;BYMONTHDAY=16,17,18,19,20,21,22;BYDAY=MO")),
    on("ow", fixed("bruder-klaus", "Bruderklausenfest", "09-25")),
    on("lu ur sz ow nw gl zg fr so ai sg ti vs ju", fixed("all-saints", "Allerheiligen", "11-01")),
    on("lu ur sz ow nw zg fr ai ti vs", fixed("immaculate-conception", "Mariä Empfängnis", "12-08")),
    on("ge", fixed("restoration", "Restauration de la République", "12-31")),
  ],
};
