import type { Holiday } from "../../model/holiday";
import type { StoredRule } from "../../model/model";

/** The rule of a holiday: closed all day. An empty reason is the general one. */
export const holidayRule = ({ name, when }: Holiday, reason: string): StoredRule => ({
  name,
  isOpen: false,
  ...(reason === "" ? {} : { closedReason: reason }),
  ...when,
});
