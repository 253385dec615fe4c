import type { ItemKind } from "@schedule-manager/shared/model/model";
import { RulePage } from "./rule-page";
import { SchedulePage } from "./schedule-page";

interface Props {
  readonly kind: ItemKind;
  readonly id: string;
}

/** The page of a schedule or a rule. */
export function ItemContent({ kind, id }: Props) {
  return kind === "schedule" ? <SchedulePage id={id} /> : <RulePage id={id} />;
}
