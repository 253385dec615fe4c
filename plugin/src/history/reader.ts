import { stepsOf, type Step } from "@schedule-manager/shared/history/steps";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import {
  type HistoryData,
  type ItemRef,
  itemRef,
  type CatalogueHead,
} from "@schedule-manager/shared/sync/layout";
import { SyncProblem } from "../sync/connection";
import type { ConnectionTask } from "../sync/connection-task";
import { itemEntries } from "./item-entries";
import { type JournalPage, openJournal } from "./journal";
import { historySource } from "./source";
import { type PastStatus, pastStatus } from "./past-status";

/** Changes of an item per page. */
const STEPS_PAGE = 20;

interface StepPage {
  /** Newest first. */
  readonly items: readonly Step[];
  readonly more: boolean;
  readonly next: number;
}

/** Reads the history for the view. Every method rejects with `SyncProblem`. */
export interface HistoryReader {
  /** Finished publishes, newest first. @param before a generation; null: starts at the newest */
  readonly journal: (before: number | null) => Promise<JournalPage>;
  /** The changes of one item. @param before a generation; null: starts at the newest */
  readonly steps: (ref: ItemRef, before: number | null) => Promise<StepPage>;
  /** The change that one publish made to an item; null: the history does not contain it. */
  readonly step: (ref: ItemRef, generation: number) => Promise<Step | null>;
  /** The item's entries back to an instant (ms since the epoch), oldest first. */
  readonly entriesSince: (ref: ItemRef, t: number) => Promise<readonly HistoryData[]>;
  /** The last known name of an item, also of a deleted one; null: unknown. */
  readonly lastName: (kind: ItemKind, id: string) => Promise<string | null>;
  readonly pastStatus: (scheduleId: string, text: string) => Promise<PastStatus>;
}

export interface History {
  readonly task: ConnectionTask;
  readonly reader: HistoryReader;
}

/** Reads the history through the browser's Sync client. Finished publishes never change, so they are read once. */
export function openHistory(getHead: () => CatalogueHead | null): History {
  const source = historySource();
  const journal = openJournal(source.list);
  const items = itemEntries(source.list, journal);
  const steps = new Map<string, Promise<Step | null>>();
  const names = new Map<string, Promise<string | null>>();

  const head = (): CatalogueHead => {
    const data = getHead();
    if (data === null) throw new SyncProblem(0, 0, "The head is not read yet.");
    return data;
  };
  const remembered = <T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> => {
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const reading = read();
    known.set(key, reading);
    // Failures are not memoised.
    reading.catch(() => known.delete(key));
    return reading;
  };

  return {
    task: source.task,
    reader: {
      journal: async (before) => journal.page(head(), before),
      steps: async (ref, before) => {
        // The extra entry is the state before the last shown change.
        const { entries, more } = await items.page(head(), ref, before, STEPS_PAGE + 1);
        const all = stepsOf([...entries].reverse());
        const shown = more || all.length > STEPS_PAGE ? all.slice(0, STEPS_PAGE) : all;
        return {
          items: shown,
          more: more || shown.length < all.length,
          next: shown.at(-1)?.entry.generation ?? 0,
        };
      },
      step: (ref, generation) =>
        remembered(steps, `${ref}:${generation}`, async () => {
          const { entries } = await items.page(head(), ref, generation + 1, 2);
          const [step] = stepsOf([...entries].reverse());
          return step?.entry.generation === generation ? step : null;
        }),
      entriesSince: async (ref, t) => items.backTo(head(), ref, ({ at }) => Date.parse(at) <= t),
      lastName: (kind, id) =>
        remembered(names, `${kind}:${id}`, async () => {
          const named = (entry: HistoryData): boolean => typeof entry.value?.name === "string";
          const entries = await items.backTo(head(), itemRef(kind, id), named);
          return entries.filter(named).at(-1)?.value?.name ?? null;
        }),
      pastStatus: async (scheduleId, text) => pastStatus(items, head(), scheduleId, text),
    },
  };
}
