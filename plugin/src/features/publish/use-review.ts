import { useMemo, useState } from "react";
import { useSelector } from "react-redux";
import { lostName, withFormerName } from "@schedule-manager/shared/editing/former-names/former-name";
import type { StoredSchedule } from "@schedule-manager/shared/model/model";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { type Draft, draftRef } from "../../drafts/draft";
import { chooseDrafts } from "../../publishing/choose-drafts";
import { useSelectors } from "../../services/services";
import { useOwnSelector } from "../../ui/use-own-selector";
import { createUndecidedSelector } from "./undecided";

const toggled = (set: ReadonlySet<ItemRef>, ref: ItemRef): ReadonlySet<ItemRef> => {
  const next = new Set(set);
  if (!next.delete(ref)) next.add(ref);
  return next;
};

/** What a person chooses in the review: the drafts to publish, and the former names to keep. */
export function useReview() {
  const { selectDrafts, selectLiveConfiguration, selectEditedSchedules } = useSelectors();
  const drafts = useSelector(selectDrafts);
  const live = useSelector(selectLiveConfiguration);
  const schedules = useSelector(selectEditedSchedules);
  const undecided = useOwnSelector(createUndecidedSelector);
  const [unticked, setUnticked] = useState<ReadonlySet<ItemRef>>(new Set());
  const [dropped, setDropped] = useState<ReadonlySet<ItemRef>>(new Set());

  /** The names that renames would lose, by schedule. */
  const renamed = useMemo(
    () =>
      new Map(
        drafts.flatMap((draft): (readonly [ItemRef, string])[] => {
          const name = lostName(draft.base?.value, draft.value, schedules);
          return name === null ? [] : [[draftRef(draft), name]];
        }),
      ),
    [drafts, schedules],
  );
  const prepared = useMemo(
    () =>
      drafts.map((draft): Draft => {
        const ref = draftRef(draft);
        const name = renamed.get(ref);
        return name === undefined || dropped.has(ref)
          ? draft
          : // Only schedules lose names.
            { ...draft, value: withFormerName(draft.value as StoredSchedule, name) };
      }),
    [drafts, renamed, dropped],
  );
  const choice = useMemo(
    () => chooseDrafts({ live, drafts: prepared, unticked, undecided }),
    [live, prepared, unticked, undecided],
  );
  return {
    /** All drafts, with the former names that they keep. */
    drafts: prepared,
    ...choice,
    live,
    unticked,
    renamed,
    dropped,
    toggle: (ref: ItemRef): void => {
      setUnticked(toggled(unticked, ref));
    },
    toggleAll: (): void => {
      setUnticked(new Set(unticked.size === 0 ? drafts.map(draftRef) : []));
    },
    toggleFormerName: (ref: ItemRef): void => {
      setDropped(toggled(dropped, ref));
    },
  };
}

export type Review = ReturnType<typeof useReview>;
