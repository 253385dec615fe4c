import { au } from "../countries/au";
import { listed, yearly } from "../define";
import { type CountryRegions, on, regionsFrom } from "../region";

/** The public (general) holidays act of each state and territory. Without evenings and holidays of cities and districts. */
export const auRegions: CountryRegions = {
  country: au,
  standsFor: "nsw",
  regions: regionsFrom(`
    act Australian Capital Territory
    nsw New South Wales
    nt Northern Territory, Australia/Darwin
    qld Queensland, Australia/Brisbane
    sa South Australia, Australia/Adelaide
    tas Tasmania, Australia/Hobart
    vic Victoria, Australia/Melbourne
    wa Western Australia, Australia/Perth`),
  omitted: {
    "easter-saturday": ["tas", "wa"],
    "easter-sunday": ["tas"],
    "anzac-day-additional": ["act", "nt", "qld", "sa", "tas", "vic", "wa"],
    "kings-birthday": ["qld", "wa"],
    "labour-day": ["nt", "qld", "tas", "vic", "wa"],
  },
  added: [
    on("wa", yearly("labour-day-wa", "Labour Day (Western Australia)", "BYMONTH=3;BYDAY=1MO")),
    on("vic", yearly("labour-day-vic", "Labour Day (Victoria)", "BYMONTH=3;BYDAY=2MO")),
    on("tas", yearly("eight-hours-day", "Eight Hours Day", "BYMONTH=3;BYDAY=2MO")),
    on("act", yearly("canberra-day", "Canberra Day", "BYMONTH=3;BYDAY=2MO")),
    on("sa", yearly("adelaide-cup", "Adelaide Cup Day", "BYMONTH=3;BYDAY=2MO")),
    on(
      "act wa",
      yearly("anzac-day-monday", "Anzac Day (Monday after)", "BYMONTH=4;BYMONTHDAY=26,27;BYDAY=MO"),
    ),
    on(
      "nt qld sa",
      yearly(
        "anzac-day-after-sunday",
        "Anzac Day (Monday after a Sunday)",
        "BYMONTH=4;BYMONTHDAY=26;BYDAY=MO",
      ),
    ),
    on("qld", yearly("labour-day-qld", "Labour Day (Queensland)", "BYMONTH=5;BYDAY=1MO")),
    on("nt", yearly("may-day", "May Day", "BYMONTH=5;BYDAY=1MO")),
    // The Monday from 27 May to 2 June, counted from the end of the year, which leap years do not move.
    on(
      "act",
      yearly(
        "reconciliation-day",
        "Reconciliation Day",
        "BYYEARDAY=-219,-218,-217,-216,-215,-214,-213;BYDAY=MO",
      ),
    ),
    on("wa", yearly("western-australia-day", "Western Australia Day", "BYMONTH=6;BYDAY=1MO")),
    on("nt", yearly("picnic-day", "Picnic Day", "BYMONTH=8;BYDAY=1MO")),
    // Proclaimed for each year.
    on(
      "wa",
      listed("kings-birthday-wa", "King's Birthday (Western Australia)", ["2026-09-28", "2027-09-27"]),
    ),
    on("vic", listed("grand-final-friday", "Friday before the AFL Grand Final", ["2026-09-25"])),
    on("qld", yearly("kings-birthday-qld", "King's Birthday (Queensland)", "BYMONTH=10;BYDAY=1MO")),
    on("vic", yearly("melbourne-cup", "Melbourne Cup", "BYMONTH=11;BYDAY=1TU")),
  ],
};
