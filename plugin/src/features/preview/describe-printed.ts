import { formatInstant } from "@schedule-manager/shared/i18n/format-date";
import { zoneForFormat } from "../../ui/manual-close/format-end";

const MOMENT = { dateStyle: "full", timeStyle: "short" } as const;

/** The zone of a printed calendar, and when it was printed. @param now ms since the epoch */
export const describePrinted = (locale: string, timeZone: string, now: number): string =>
  [timeZone.replaceAll("_", " "), formatInstant(locale, zoneForFormat(timeZone), now, MOMENT)].join(" · ");
