import type { Decision } from "@schedule-manager/shared/model";
import { REASON_ERROR, REASON_MANUAL } from "@schedule-manager/shared/model";
import type { Say } from "../../strings/text";

export type Look = "open" | "closed" | "none" | "manual";

/** How a piece of time is drawn. */
export function lookOf({ isOpen, closedReason, ruleId }: Decision): Look {
  if (isOpen) return "open";
  if (ruleId !== null) return "closed";
  return closedReason === REASON_MANUAL || closedReason === REASON_ERROR ? "manual" : "none";
}

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

/** What decides, in words. */
export function whyInWords(decision: Decision, ruleName: (id: string) => string, say: Say): string {
  if (decision.ruleId !== null) return say("preview.by", { rule: ruleName(decision.ruleId) });
  if (decision.closedReason === REASON_MANUAL) return say("preview.by.manual");
  return say(decision.closedReason === REASON_ERROR ? "preview.by.error" : "preview.by.none");
}
