import { gb } from "../countries/gb";
import { fixed, yearly } from "../define";
import { type CountryRegions, on, regionsFrom } from "../region";

/** Banking and Financial Dealings Act 1971, Schedule 1; St Andrew's Day Bank Holiday (Scotland) Act 2007; proclamations. */
export const gbRegions: CountryRegions = {
  country: gb,
  standsFor: "eaw",
  regions: regionsFrom(`
    eaw England and Wales
    sct Scotland
    nir Northern Ireland`),
  omitted: { "easter-monday": ["sct"], summer: ["sct"] },
  added: [
    on("sct", fixed("second-january", "2nd January", "01-02")),
    on(
      "sct",
      yearly(
        "second-january-substitute",
        "New Year (substitute days)",
        "BYMONTH=1;BYMONTHDAY=3,4;BYDAY=MO,TU",
      ),
    ),
    on("sct", yearly("summer-scotland", "Summer bank holiday (Scotland)", "BYMONTH=8;BYDAY=1MO")),
    on("sct", fixed("st-andrew", "St Andrew's Day", "11-30")),
    on(
      "sct",
      yearly(
        "st-andrew-substitute",
        "St Andrew's Day (substitute day)",
        "BYMONTH=12;BYMONTHDAY=1,2;BYDAY=MO",
      ),
    ),
    on("nir", fixed("st-patrick", "St Patrick's Day", "03-17")),
    on(
      "nir",
      yearly(
        "st-patrick-substitute",
        "St Patrick's Day (substitute day)",
        "BYMONTH=3;BYMONTHDAY=18,19;BYDAY=MO",
      ),
    ),
    on("nir", fixed("boyne", "Battle of the Boyne (Orangemen's Day)", "07-12")),
    on(
      "nir",
      yearly(
        "boyne-substitute",
        "Battle of the Boyne (substitute day)",
        "BYMONTH=7;BYMONTHDAY=13,14;BYDAY=MO",
      ),
    ),
  ],
};
