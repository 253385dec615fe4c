import type { Decision } from "@schedule-manager/shared/model/model";
import type { PreviewSegment } from "@schedule-manager/shared/editing/preview/week";
import { formatDay, formatMinute } from "@schedule-manager/shared/i18n/format-date";
import { describeStatus } from "@schedule-manager/shared/i18n/describe-status";
import type { Translate } from "../../i18n/translate";
import { describeWhy } from "./segment-style";

export interface SegmentDescription {
  readonly times: readonly [string, string];
  readonly why: string;
  /** The whole description as a sentence. */
  readonly all: string;
}

/** Describes a segment of a civil day. */
export function describeSegment(
  segment: PreviewSegment,
  day: number,
  ruleName: (id: string) => string,
  t: Translate,
  locale: string,
): SegmentDescription {
  const decision: Decision = segment;
  const status = describeStatus(decision, locale);
  const why = describeWhy(decision, ruleName, t);
  const pass = segment.pass === "only" ? "" : ` (${t(`preview.pass.${segment.pass}`)})`;
  const date = formatDay(locale, day, { weekday: "long", day: "numeric", month: "long" });
  const from = formatMinute(locale, segment.startMinute);
  const to = `${formatMinute(locale, segment.endMinute)}${pass}`;
  return {
    times: [from, to],
    why,
    all: t("preview.segment", { day: date, from, to, status, why }),
  };
}
