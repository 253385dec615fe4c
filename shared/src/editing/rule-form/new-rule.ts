import type { StoredRule } from "../../model/model";

/** Initial value of a new rule: ordinary opening hours without a name. */
export const newRule = (): StoredRule => ({
  name: "",
  isOpen: true,
  dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  startTime: "09:00",
  endTime: "17:00",
});
