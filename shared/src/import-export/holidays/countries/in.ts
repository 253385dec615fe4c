import { type Country, easter, fixed } from "../define";

/**
 * The three national holidays, and the two of the central government's yearly list that can be computed.
 * Holidays by the Hindu, Sikh, Jain, Buddhist and Islamic calendars are announced every year by each state:
 * import your state's calendar in addition.
 */
export const india: Country = {
  code: "in",
  name: "India",
  timeZone: "Asia/Kolkata",
  openHours: { name: "Open hours", from: "09:00", to: "18:00" },
  holidays: [
    fixed("republic-day", "Republic Day", "01-26"),
    easter("good-friday", "Good Friday", -2),
    fixed("independence-day", "Independence Day", "08-15"),
    fixed("gandhi-jayanti", "Gandhi Jayanti", "10-02"),
    fixed("christmas-day", "Christmas Day", "12-25"),
  ],
};
