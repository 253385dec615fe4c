import type { ComponentProps } from "react";
import { PreviewPanel } from "../features/preview/preview-panel";
import { RuleCalendar } from "../features/preview/rule-calendar";

type Props =
  | ({ readonly type: "schedule" } & ComponentProps<typeof PreviewPanel>)
  | ({ readonly type: "rule" } & ComponentProps<typeof RuleCalendar>);

/** The calendar beside a schedule or a rule: a chunk that loads when it is first shown. */
export function CalendarContent(props: Props) {
  return props.type === "schedule" ? <PreviewPanel {...props} /> : <RuleCalendar {...props} />;
}
