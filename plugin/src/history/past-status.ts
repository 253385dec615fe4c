import {
  decisionAt,
  type DecisionAtResult,
  rulesAtCivilMinute,
} from "@schedule-manager/shared/history/decision-at";
import { type Began, manualCloseBegan } from "@schedule-manager/shared/history/manual-close-began";
import { REASON_MANUAL } from "@schedule-manager/shared/model/model";
import { type HistoryData, itemRef, type CatalogueHead } from "@schedule-manager/shared/sync/layout";
import type { ItemEntries } from "./item-entries";

/** ms: what a wall clock's label means differs from UTC by less. */
const TWO_DAYS = 2 * 86_400_000;

export type PastStatus = DecisionAtResult & {
  /** For times before it: where the history of the schedule begins. Otherwise null, as where it has none. */
  readonly first: HistoryData | null;
  /** With which change a manual close began, where one decided. */
  readonly closedBy: Began | null;
};

/**
 * What a schedule answered at a time that has passed; reads only as far back as that needs.
 * @param text ISO 8601 without an offset: the wall clock of the schedule's zone
 */
export async function pastStatus(
  items: ItemEntries,
  lock: CatalogueHead,
  scheduleId: string,
  text: string,
): Promise<PastStatus> {
  const before = Date.parse(`${text}Z`) - TWO_DAYS;
  const old = ({ at }: HistoryData): boolean => Date.parse(at) <= before;
  let entries = await items.backTo(lock, itemRef("schedule", scheduleId), old);
  const byRule = new Map<string, readonly HistoryData[]>();
  const entriesOf = (id: string): readonly HistoryData[] => byRule.get(id) ?? [];
  const missing = (): readonly string[] =>
    rulesAtCivilMinute(entries, entriesOf, text).filter((id) => !byRule.has(id));
  // Each round reads what the days of the rules of the round before were relative to.
  for (let ids = missing(); ids.length > 0; ids = missing())
    await Promise.all(
      ids.map(async (id) => byRule.set(id, await items.backTo(lock, itemRef("rule", id), old))),
    );
  const result = decisionAt(entries, entriesOf, text);
  let closedBy: Began | null = null;
  if (result.kind === "decided" && result.answer.decision.closedReason === REASON_MANUAL) {
    const { generation } = result.answer.scheduleEntry;
    entries = await items.backTo(lock, itemRef("schedule", scheduleId), () => false);
    const entry = entries.find((one) => one.generation === generation);
    closedBy = entry === undefined ? null : manualCloseBegan(entries, entry);
  }
  const isBefore = (result.kind === "absent" || result.kind === "unknown") && result.entry === null;
  return { ...result, first: isBefore ? (entries[0] ?? null) : null, closedBy };
}
