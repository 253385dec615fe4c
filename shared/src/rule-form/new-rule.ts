import type { Rule } from "../model";

/** What a new rule begins as: ordinary opening hours. */
export const newRule = (id: string): Rule => ({
  id,
  name: "",
  isOpen: true,
  dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  startTime: "09:00",
  endTime: "17:00",
});
