import type { Rule, Schedule, StoredItem } from "@schedule-manager/shared/model/model";
import type { HistoryData, PublishData } from "@schedule-manager/shared/sync/layout";

export const ADA = { identity: "ada", name: "Ada" };
export const BO = { identity: "bo", name: "Bo" };

const stored = ({ id: _, ...value }: Rule | Schedule): StoredItem => value;

/** A change of an item; `value` null: deleted. */
export const entry = (
  generation: number,
  at: string,
  item: Rule | Schedule | string,
  more: Partial<HistoryData> = {},
): HistoryData => ({
  publish: `publish-${generation}`,
  generation,
  by: ADA,
  at,
  kind: typeof item !== "string" && "timeZone" in item ? "schedule" : "rule",
  id: typeof item === "string" ? item : item.id,
  baseRevision: generation === 1 ? null : "1",
  value: typeof item === "string" ? null : stored(item),
  ...more,
});

export const journal = (generation: number, at: string, more: Partial<PublishData> = {}): PublishData => ({
  publish: `publish-${generation}`,
  generation,
  by: ADA,
  at,
  part: 0,
  parts: 1,
  items: [],
  ...more,
});
