import type { CSSProperties } from "react";
import { type Decision, REASON_ERROR, REASON_MANUAL } from "@schedule-manager/shared/model/model";
import type { Translate } from "../../i18n/translate";

export type SegmentLook = "open" | "closed" | "none" | "manual";

/** The appearance of a segment. */
export function lookOf({ isOpen, closedReason, ruleId }: Decision): SegmentLook {
  if (isOpen) return "open";
  if (ruleId !== null) return "closed";
  return closedReason === REASON_MANUAL || closedReason === REASON_ERROR ? "manual" : "none";
}

/** Whether no rule applies, so that hours can be drawn there. */
export const isFree = (decision: Decision): boolean => lookOf(decision) === "none";

/** Lines that leave a text readable. */
const LINE = "color-mix(in srgb, currentColor 40%, transparent)";

export const COLORS = {
  open: {
    backgroundColor: "colorBackgroundSuccessWeakest",
    borderColor: "colorBorderSuccess",
    color: "colorTextSuccess",
  },
  closed: {
    backgroundColor: "colorBackgroundErrorWeakest",
    borderColor: "colorBorderError",
    color: "colorTextError",
  },
  none: { backgroundColor: "colorBackground", borderColor: "colorBorderWeaker", color: "colorTextWeak" },
  manual: {
    backgroundColor: "colorBackgroundWarningWeakest",
    borderColor: "colorBorderWarning",
    color: "colorTextWarningStrong",
  },
} as const;

/** Patterns that tell the looks apart without colors. */
export const PATTERNS: Readonly<Record<SegmentLook, CSSProperties>> = {
  open: {
    backgroundImage: "linear-gradient(currentColor, currentColor)",
    backgroundSize: "3px 100%",
    backgroundRepeat: "no-repeat",
  },
  closed: { backgroundImage: `repeating-linear-gradient(135deg, ${LINE} 0 1px, transparent 1px 6px)` },
  none: {},
  manual: { backgroundImage: `repeating-linear-gradient(90deg, ${LINE} 0 1px, transparent 1px 5px)` },
};

/** Describes what decides the status. */
export function describeWhy(decision: Decision, ruleName: (id: string) => string, t: Translate): string {
  if (decision.ruleId !== null) return t("preview.by", { rule: ruleName(decision.ruleId) });
  if (decision.closedReason === REASON_MANUAL) return t("preview.by.manual");
  return t(decision.closedReason === REASON_ERROR ? "preview.by.error" : "preview.by.none");
}
