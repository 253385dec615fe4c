import type { StoredRule } from "../../model/model";

/** What a new rule begins as: ordinary opening hours that only lack a name. */
export const newRule = (): StoredRule => ({
  name: "",
  isOpen: true,
  dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  startTime: "09:00",
  endTime: "17:00",
});
