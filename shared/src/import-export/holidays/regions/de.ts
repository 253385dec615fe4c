import { de } from "../countries/de";
import { easter, fixed, yearly } from "../define";
import { type CountryRegions, on, regionsFrom } from "../region";

/** The Feiertagsgesetz (Sonn- und Feiertagsgesetz) of each Land. */
export const deRegions: CountryRegions = {
  country: de,
  regions: regionsFrom(`
    bw Baden-Württemberg
    by Bayern
    be Berlin
    bb Brandenburg
    hb Bremen
    hh Hamburg
    he Hessen
    mv Mecklenburg-Vorpommern
    ni Niedersachsen
    nw Nordrhein-Westfalen
    rp Rheinland-Pfalz
    sl Saarland
    sn Sachsen
    st Sachsen-Anhalt
    sh Schleswig-Holstein
    th Thüringen`),
  added: [
    on("bw by st", fixed("epiphany", "Heilige Drei Könige", "01-06")),
    on("be mv", fixed("womens-day", "Internationaler Frauentag", "03-08")),
    on("bb", easter("easter-sunday", "Ostersonntag", 0)),
    on("bb", easter("whit-sunday", "Pfingstsonntag", 49)),
    on("bw by he nw rp sl", easter("corpus-christi", "Fronleichnam", 60)),
    // In Bayern: in municipalities with a Catholic majority, such as Munich (Art. 1 Abs. 1 Nr. 2 BayFTG).
    on("by sl", fixed("assumption", "Mariä Himmelfahrt", "08-15")),
    on("th", fixed("childrens-day", "Weltkindertag", "09-20")),
    on("bb hb hh mv ni sn st sh th", fixed("reformation-day", "Reformationstag", "10-31")),
    on("bw by nw rp sl", fixed("all-saints", "Allerheiligen", "11-01")),
    // The Wednesday before 23 November.
    on(
      "sn",
      yearly("repentance-day", "Buß- und Bettag", "BYMONTH=11;BYMONTHDAY=16,17,18,19,20,21,22;BYDAY=WE"),
    ),
  ],
};
