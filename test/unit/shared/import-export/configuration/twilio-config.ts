/** The shape of the `config.json` of Twilio's schedule manager and of its examples, whose floating holidays are of 2023. */
const CHRISTMAS = "c4d10897-0000-4000-8000-000000000001";
const LABOR_DAY = "21cc41d6-0000-4000-8000-000000000002";
export const OPEN_HOURS = "5c0c7b9c-0000-4000-8000-000000000003";

export const TWILIO_CONFIG = {
  rules: [
    {
      id: CHRISTMAS,
      name: "Christmas Day",
      isOpen: false,
      closedReason: "holiday",
      dateRRule: "RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25",
    },
    {
      id: LABOR_DAY,
      name: "Labor Day",
      isOpen: false,
      closedReason: "holiday",
      startDate: "2023-09-04",
      endDate: "2023-09-04",
    },
    {
      id: OPEN_HOURS,
      name: "Open hours",
      isOpen: true,
      closedReason: "",
      dateRRule: "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
      startDate: "",
      endDate: "",
      startTime: "08:00",
      endTime: "17:00",
    },
  ],
  schedules: [
    {
      name: "Example",
      manualClose: false,
      timeZone: "Canada/Eastern",
      rules: [OPEN_HOURS, CHRISTMAS, LABOR_DAY],
    },
  ],
} as const;
