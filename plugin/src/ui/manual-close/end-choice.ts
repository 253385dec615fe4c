import type { CloseEnd } from "@schedule-manager/shared/editing/manual-close/close-end";
import { civilMinuteOf } from "@schedule-manager/shared/editing/manual-close/civil-time";
import type { ManualClose } from "@schedule-manager/shared/evaluator/manual-close";

export const END_OPTIONS = ["quarter", "hour", "hours", "reopened", "time"] as const;
export type EndOption = (typeof END_OPTIONS)[number];

/** The state of the dialog's controls. Date and time stay while another option is chosen. */
export interface EndChoice {
  readonly option: EndOption;
  readonly date: string;
  readonly time: string;
}

/** @param now ms since the epoch */
export function firstChoice(timeZone: string, close: ManualClose | null, now: number): EndChoice {
  const until = civilMinuteOf(timeZone, close?.until ?? "");
  if (until !== null) return { option: "time", ...until };
  return {
    option: "reopened",
    date: civilMinuteOf(timeZone, new Date(now).toISOString())?.date ?? "",
    time: "",
  };
}

export function closeEndOf({ option, date, time }: EndChoice): CloseEnd {
  switch (option) {
    case "quarter":
      return { type: "minutes", minutes: 15 };
    case "hour":
      return { type: "minutes", minutes: 60 };
    case "hours":
      return { type: "endOfHours" };
    case "time":
      return { type: "time", date, time };
    case "reopened":
      return { type: "untilReopened" };
  }
}
