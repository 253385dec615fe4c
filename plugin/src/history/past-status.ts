import {
  decisionAt,
  type DecisionAtResult,
  rulesAtCivilMinute,
} from "@schedule-manager/shared/history/decision-at";
import { type Began, manualCloseBegan } from "@schedule-manager/shared/history/manual-close-began";
import { REASON_MANUAL } from "@schedule-manager/shared/model/model";
import { type HistoryData, itemRef, type CatalogueHead } from "@schedule-manager/shared/sync/layout";
import type { ItemEntries } from "./item-entries";

/** ms. More than any zone's offset from UTC. */
const TWO_DAYS = 2 * 86_400_000;

export type PastStatus = DecisionAtResult & {
  /** For times before the schedule's history: the first entry. Otherwise null. */
  readonly first: HistoryData | null;
  /** The change that started the manual close that decided, if one did. */
  readonly closedBy: Began | null;
};

/**
 * The status of a schedule at a past time; reads the history only as far back as needed.
 * @param text ISO 8601 without an offset: wall-clock time in the schedule's zone
 */
export async function pastStatus(
  items: ItemEntries,
  head: CatalogueHead,
  scheduleId: string,
  text: string,
): Promise<PastStatus> {
  const before = Date.parse(`${text}Z`) - TWO_DAYS;
  const old = ({ at }: HistoryData): boolean => Date.parse(at) <= before;
  let entries = await items.backTo(head, itemRef("schedule", scheduleId), old);
  const byRule = new Map<string, readonly HistoryData[]>();
  const entriesOf = (id: string): readonly HistoryData[] => byRule.get(id) ?? [];
  const missing = (): readonly string[] =>
    rulesAtCivilMinute(entries, entriesOf, text).filter((id) => !byRule.has(id));
  // Each pass reads the rules that the previous pass's relative rules refer to.
  for (let ids = missing(); ids.length > 0; ids = missing())
    await Promise.all(
      ids.map(async (id) => byRule.set(id, await items.backTo(head, itemRef("rule", id), old))),
    );
  const result = decisionAt(entries, entriesOf, text);
  let closedBy: Began | null = null;
  if (result.type === "decided" && result.answer.decision.closedReason === REASON_MANUAL) {
    const { generation } = result.answer.scheduleEntry;
    entries = await items.backTo(head, itemRef("schedule", scheduleId), () => false);
    const entry = entries.find((one) => one.generation === generation);
    closedBy = entry === undefined ? null : manualCloseBegan(entries, entry);
  }
  const isBefore = (result.type === "absent" || result.type === "unknown") && result.entry === null;
  return { ...result, first: isBefore ? (entries[0] ?? null) : null, closedBy };
}
