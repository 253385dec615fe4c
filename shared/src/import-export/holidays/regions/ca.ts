import { ca } from "../countries/ca";
import { fixed, yearly } from "../define";
import { type CountryRegions, on, regionsFrom } from "../region";

/** The employment (labour) standards act of each province and territory. */
export const caRegions: CountryRegions = {
  country: ca,
  standsFor: "on",
  regions: regionsFrom(`
    ab Alberta, America/Edmonton
    bc British Columbia, America/Vancouver
    mb Manitoba, America/Winnipeg
    nb New Brunswick, America/Moncton
    nl Newfoundland and Labrador, America/St_Johns
    ns Nova Scotia, America/Halifax
    nt Northwest Territories, America/Yellowknife
    nu Nunavut, America/Iqaluit
    on Ontario
    pe Prince Edward Island, America/Halifax
    qc Quebec
    sk Saskatchewan, America/Regina
    yt Yukon, America/Whitehorse`),
  omitted: {
    "family-day": ["mb", "nl", "ns", "nt", "nu", "pe", "qc", "yt"],
    "victoria-day": ["nb", "nl", "ns", "pe", "qc"],
    thanksgiving: ["nb", "nl", "ns", "pe"],
    "boxing-day": ["ab", "bc", "mb", "nb", "nl", "ns", "nt", "nu", "pe", "qc", "sk", "yt"],
  },
  added: [
    on("mb", yearly("louis-riel-day", "Louis Riel Day", "BYMONTH=2;BYDAY=3MO")),
    on("ns", yearly("heritage-day", "Heritage Day", "BYMONTH=2;BYDAY=3MO")),
    on("pe", yearly("islander-day", "Islander Day", "BYMONTH=2;BYDAY=3MO")),
    on(
      "qc",
      yearly(
        "patriots-day",
        "Journée nationale des patriotes",
        "BYMONTH=5;BYMONTHDAY=18,19,20,21,22,23,24;BYDAY=MO",
      ),
    ),
    on("nt yt", fixed("indigenous-peoples-day", "National Indigenous Peoples Day", "06-21")),
    on("qc", fixed("national-holiday", "Fête nationale du Québec", "06-24")),
    on("nu", fixed("nunavut-day", "Nunavut Day", "07-09")),
    on("bc nb nt nu sk", yearly("august-holiday", "August civic holiday", "BYMONTH=8;BYDAY=1MO")),
    on("yt", yearly("discovery-day", "Discovery Day", "BYMONTH=8;BYDAY=3MO")),
    on(
      "bc mb nt nu pe yt",
      fixed("truth-and-reconciliation", "National Day for Truth and Reconciliation", "09-30"),
    ),
    // In Nova Scotia and Newfoundland by their Remembrance Day acts.
    on("ab bc nb nl ns nt nu pe sk yt", fixed("remembrance-day", "Remembrance Day", "11-11")),
  ],
};
