import { us } from "../countries/us";
import { easter, fixed, yearly } from "../define";
import { type CountryRegions, on, regionsFrom } from "../region";

/** The Friday after the fourth Thursday of November. */
const dayAfterThanksgiving = yearly(
  "day-after-thanksgiving",
  "Day after Thanksgiving",
  "BYMONTH=11;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR",
);

/** Days on which a state's own offices close besides the federal ones, by the holiday statute of each state. */
export const usRegions: CountryRegions = {
  country: us,
  regions: regionsFrom(`
    ak Alaska, America/Anchorage
    ca California, America/Los_Angeles
    ct Connecticut
    dc District of Columbia
    de Delaware
    hi Hawaii, Pacific/Honolulu
    il Illinois, America/Chicago
    in Indiana, America/Indiana/Indianapolis
    la Louisiana, America/Chicago
    ma Massachusetts
    me Maine
    mi Michigan, America/Detroit
    mo Missouri, America/Chicago
    nc North Carolina
    ne Nebraska, America/Chicago
    nj New Jersey
    nv Nevada, America/Los_Angeles
    ny New York
    ri Rhode Island
    tx Texas, America/Chicago
    ut Utah, America/Denver
    vt Vermont
    wa Washington, America/Los_Angeles
    wv West Virginia`),
  omitted: { "presidents-day": ["de", "in", "la", "nc", "ri"], juneteenth: ["hi", "la", "nc"] },
  added: [
    on("ct il mo ny", fixed("lincolns-birthday", "Lincoln's Birthday", "02-12")),
    on("la", easter("mardi-gras", "Mardi Gras", -47)),
    on("vt", yearly("town-meeting-day", "Town Meeting Day", "BYMONTH=3;BYDAY=1TU")),
    on("hi", fixed("prince-kuhio-day", "Prince Jonah Kuhio Kalanianaole Day", "03-26")),
    on("ak", yearly("sewards-day", "Seward's Day", "BYMONTH=3;BYDAY=-1MO")),
    on("ca", fixed("cesar-chavez-day", "Cesar Chavez Day", "03-31")),
    on("ct de hi in la nc nj", easter("good-friday", "Good Friday", -2)),
    on("dc", fixed("emancipation-day", "Emancipation Day", "04-16")),
    on("ma me", yearly("patriots-day", "Patriots' Day", "BYMONTH=4;BYDAY=3MO")),
    on("ne", yearly("arbor-day", "Arbor Day", "BYMONTH=4;BYDAY=-1FR")),
    on("mo", fixed("truman-day", "Truman Day", "05-08")),
    on("hi", fixed("kamehameha-day", "King Kamehameha I Day", "06-11")),
    on("wv", fixed("west-virginia-day", "West Virginia Day", "06-20")),
    on("ut", fixed("pioneer-day", "Pioneer Day", "07-24")),
    on("ri", yearly("victory-day", "Victory Day", "BYMONTH=8;BYDAY=2MO")),
    on("vt", fixed("bennington-battle-day", "Bennington Battle Day", "08-16")),
    on("hi", yearly("statehood-day", "Statehood Day", "BYMONTH=8;BYDAY=3FR")),
    on(
      "ct dc il in ma me mo ne nj ny ri ut wv",
      yearly("columbus-day", "Columbus Day or Indigenous Peoples' Day", "BYMONTH=10;BYDAY=2MO"),
    ),
    on("ak", fixed("alaska-day", "Alaska Day", "10-18")),
    on("nv", yearly("nevada-day", "Nevada Day", "BYMONTH=10;BYDAY=-1FR")),
    on("ca de il in la me mi nc ne nv tx wa wv", dayAfterThanksgiving),
    on("mi nc tx", fixed("christmas-eve", "Christmas Eve", "12-24")),
    on("nc tx", fixed("day-after-christmas", "Day after Christmas", "12-26")),
    on("mi", fixed("new-years-eve", "New Year's Eve", "12-31")),
  ],
};
