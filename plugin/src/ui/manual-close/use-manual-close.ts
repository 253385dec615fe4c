import { useDispatch, useStore } from "react-redux";
import { sameField } from "@schedule-manager/shared/editing/merge/same-field";
import {
  type ManualClose,
  manualCloseOf,
  withManualClose,
} from "@schedule-manager/shared/evaluator/manual-close";
import type { LiveSchedule } from "../../catalogue/live-items";
import { manualCloseChange } from "../../catalogue/stored";
import { type CloseUndo, undoEnded, undoOffered } from "../../publishing/publish-undo";
import type { PartsOptions, PartsOutcome } from "../../publishing/publish-parts";
import { useSelectors, useServices } from "../../services/services";
import type { RootState } from "../../store/root";
import { describePublishFailure } from "../describe-publish-failure";

export interface WantedClose {
  readonly item: LiveSchedule;
  /** null: reopen. */
  readonly close: ManualClose | null;
}

export interface ManualCloseActions {
  /** Publishes at once, without drafts, and offers the undo. All wanted changes close, or all reopen. */
  readonly change: (wanted: readonly WantedClose[], options?: PartsOptions) => Promise<PartsOutcome>;
  /** Restores the manual closes that nobody has changed since. */
  readonly undo: (offered: CloseUndo) => Promise<void>;
}

/** Closes and reopens schedules manually, in the same way from a row, for many and on a schedule's page. */
export function useManualClose(): ManualCloseActions {
  const { t, publishMany, notify, localNow } = useServices();
  const { selectLiveSchedules } = useSelectors();
  const dispatch = useDispatch();
  const store = useStore<RootState>();

  const tellFailure = (wanted: readonly WantedClose[], { done, count, failure }: PartsOutcome): void => {
    if (failure === null) return;
    const type = wanted[0]?.close === null ? "reopened" : "closed";
    const why = describePublishFailure(t, failure.code);
    const [only] = wanted.length === 1 ? wanted : [];
    const text =
      only === undefined
        ? t(type === "closed" ? "bulk.close.failed" : "bulk.reopen.failed", { count, done, why })
        : t(`schedules.${type}.failed`, { name: only.item.value?.name ?? only.item.id, why });
    notify("error", text);
  };

  const send = async (wanted: readonly WantedClose[], options: PartsOptions): Promise<PartsOutcome> => {
    const changes = wanted.flatMap(({ item, close }) => manualCloseChange(item, close) ?? []);
    const outcome = await publishMany(changes, options);
    tellFailure(wanted, outcome);
    return outcome;
  };

  return {
    async change(wanted, options = {}) {
      const outcome = await send(wanted, options);
      const [first] = wanted;
      if (outcome.done === 0 || first === undefined) return outcome;
      dispatch(
        undoOffered({
          type: first.close === null ? "reopened" : "closed",
          name: wanted.length === 1 ? (first.item.value?.name ?? first.item.id) : null,
          count: outcome.done,
          changed: wanted.flatMap(({ item: { id, value }, close }) =>
            value === null ? [] : [{ id, before: manualCloseOf(value), after: close }],
          ),
          at: localNow(),
        }),
      );
      return outcome;
    },
    async undo({ changed }) {
      dispatch(undoEnded());
      const live = new Map(selectLiveSchedules(store.getState()).map((item) => [item.id, item]));
      const wanted = changed.flatMap(({ id, before, after }): WantedClose[] => {
        const item = live.get(id);
        if (item === undefined || item.value === null) return [];
        const isAsLeft = sameField(item.value, withManualClose(item.value, after), "manualClose");
        return isAsLeft ? [{ item, close: before }] : [];
      });
      if (wanted.length > 0) await send(wanted, {});
    },
  };
}
