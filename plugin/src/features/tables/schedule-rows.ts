import { createSelector } from "@reduxjs/toolkit";
import type { Finding } from "@schedule-manager/shared/model/finding";
import type { Rule, StoredSchedule } from "@schedule-manager/shared/model/model";
import type { Draft } from "../../drafts/draft";
import { sameItems } from "../../catalogue/same-items";
import type { LiveSchedule } from "../../catalogue/live-items";
import type { RootState } from "../../store/root";
import type { Selectors } from "../../store/selectors";
import type { ScheduleStatus } from "../../catalogue/status";
import { searchKey } from "../../i18n/search-key";

/** A schedule's row, independent of language. */
export interface ScheduleRow {
  readonly id: string;
  /** undefined: the schedule is new and unpublished. */
  readonly item: LiveSchedule | undefined;
  readonly draft: Draft | undefined;
  /** The id when the item is invalid; empty when a new one has no name yet. */
  readonly name: string;
  readonly searchKey: string;
  /** Empty without one. */
  readonly group: string;
  /** The item is valid, or new. */
  readonly isReadable: boolean;
  readonly ruleNames: readonly string[];
  /** null: unpublished or invalid. */
  readonly status: ScheduleStatus | null;
  readonly findings: readonly Finding[];
}

interface Source {
  readonly item: LiveSchedule | undefined;
  readonly draft: Draft | undefined;
  readonly status: ScheduleStatus | null;
  readonly findings: readonly Finding[];
}

const NONE: readonly Finding[] = [];

const shownSchedule = (item: LiveSchedule | undefined, draft: Draft | undefined): StoredSchedule | null =>
  // A draft of a schedule holds a schedule.
  item === undefined ? ((draft?.value as StoredSchedule | null | undefined) ?? null) : item.value;

const namesOf = (schedule: StoredSchedule | null, rules: ReadonlyMap<string, Rule>): readonly string[] =>
  (schedule?.rules ?? []).map((rule) => rules.get(rule)?.name ?? rule);

function row(id: string, source: Source, rules: ReadonlyMap<string, Rule>): ScheduleRow {
  const { item, draft } = source;
  const value = shownSchedule(item, draft);
  const name = value?.name ?? (item === undefined ? "" : id);
  // Includes former names, the group and the zone in the form that people type.
  const searched = [
    name,
    ...(value?.aliases ?? []),
    value?.group ?? "",
    value?.timeZone.replaceAll("_", " ") ?? "",
  ];
  return {
    id,
    ...source,
    name,
    searchKey: searchKey(searched.join("\n")),
    group: value?.group ?? "",
    isReadable: value !== null,
    ruleNames: namesOf(value, rules),
  };
}

const sameFindings = (a: readonly Finding[], b: readonly Finding[]): boolean =>
  a.length === b.length &&
  a.every(({ code, ruleId }, index) => code === b[index]?.code && ruleId === b[index]?.ruleId);

/** Keeps the identity of unchanged rows, so that only changed rows render. */
function rowMemory() {
  let previous = new Map<string, ScheduleRow>();
  return (
    items: readonly LiveSchedule[],
    drafts: readonly Draft[],
    rules: ReadonlyMap<string, Rule>,
    statuses: ReadonlyMap<string, ScheduleStatus>,
    findings: ReadonlyMap<string, readonly Finding[]>,
  ): readonly ScheduleRow[] => {
    const mine = new Map(drafts.flatMap((draft) => (draft.kind === "schedule" ? [[draft.id, draft]] : [])));
    const next = new Map<string, ScheduleRow>();
    const add = (id: string, item: LiveSchedule | undefined): void => {
      const draft = mine.get(id);
      const status = statuses.get(id) ?? null;
      const known = previous.get(id);
      const found = findings.get(id) ?? NONE;
      const same =
        known !== undefined &&
        known.item === item &&
        known.draft === draft &&
        known.status === status &&
        sameItems(known.ruleNames, namesOf(shownSchedule(item, draft), rules)) &&
        sameFindings(known.findings, found);
      next.set(id, same ? known : row(id, { item, draft, status, findings: found }, rules));
    };
    for (const item of items) add(item.id, item);
    for (const { id, base } of mine.values()) if (base === null && !next.has(id)) add(id, undefined);
    previous = next;
    return [...next.values()];
  };
}

export function createScheduleRowsSelector(selectors: Selectors) {
  const { selectRulesById, selectEditedRulesById, selectStatusTable } = selectors;
  return createSelector(
    selectors.selectLiveSchedules,
    selectors.selectDrafts,
    // Names of live rules, and of drafts of new rules.
    createSelector(
      selectRulesById,
      selectEditedRulesById,
      (live, edited): ReadonlyMap<string, Rule> => new Map([...edited, ...live]),
    ),
    (root: RootState) => selectStatusTable(root).statuses,
    selectors.selectScheduleFindings,
    rowMemory(),
  );
}
