import { useDispatch, useStore } from "react-redux";
import type { PublishChange } from "@schedule-manager/shared/api/api";
import type { MovedClosing } from "@schedule-manager/shared/editing/today-hours/move-closing";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import type { Rule } from "@schedule-manager/shared/model/model";
import type { LiveSchedule } from "../../catalogue/live-items";
import { pluginState } from "../../catalogue/root";
import { stored } from "../../catalogue/stored";
import { baseOf } from "../../drafts/draft-state";
import { liveOf } from "../../drafts/selectors";
import { type TodayUndo, undoEnded, undoOffered } from "../../publishing/publish-undo";
import { useServices } from "../../services/services";
import type { RootState } from "../../store/root";
import { describePublishFailure } from "../describe-publish-failure";

interface TodayHoursActions {
  /**
   * Publishes at once, without drafts, and offers the undo.
   * @param closing the new end of today's hours, as shown
   */
  readonly move: (item: LiveSchedule, moved: MovedClosing, closing: string) => Promise<void>;
  /** Removes the rules that the change made and brings back those that it replaced. */
  readonly undo: (offered: TodayUndo) => Promise<void>;
}

/** Publishes other hours for today. */
export function useTodayHours(): TodayHoursActions {
  const { t, publishMany, notify, localNow } = useServices();
  const dispatch = useDispatch();
  const store = useStore<RootState>();

  const created = (rule: Rule): PublishChange => ({
    kind: "rule",
    id: rule.id,
    base: null,
    value: stored(rule),
  });
  const deleted = (id: string): readonly PublishChange[] => {
    const base = baseOf(liveOf(pluginState(store.getState()).live, { kind: "rule", id }));
    return base === null ? [] : [{ kind: "rule", id, base, value: null }];
  };
  const reordered = (
    { id, revision, value }: LiveSchedule,
    rules: readonly string[],
  ): readonly PublishChange[] =>
    value === null
      ? []
      : [
          {
            kind: "schedule",
            id,
            base: { revision, value: stored(value) },
            value: stored({ ...value, rules }),
          },
        ];

  const send = async (name: string, changes: readonly PublishChange[]): Promise<boolean> => {
    const { failure } = await publishMany(changes, {});
    if (failure === null) return true;
    notify("error", t("today.failed", { name, why: describePublishFailure(t, failure.code) }));
    return false;
  };

  return {
    async move(item, moved, closing) {
      if (item.value === null) return;
      const { name, rules: before } = item.value;
      const after = moved.schedule.rules;
      const isPublished = await send(name, [
        ...moved.created.map(created),
        ...reordered(item, after),
        ...moved.deleted.flatMap(({ id }) => deleted(id)),
      ]);
      if (!isPublished) return;
      dispatch(
        undoOffered({
          type: "today",
          name,
          closing,
          scheduleId: item.id,
          before,
          after,
          created: moved.created.map(({ id }) => id),
          deleted: moved.deleted,
          at: localNow(),
        }),
      );
    },
    async undo({ name, scheduleId, before, after, created: made, deleted: gone }) {
      dispatch(undoEnded());
      const item = pluginState(store.getState()).live.schedules.entities[scheduleId];
      if (item === undefined || item.value === null) return;
      const { rules } = item.value;
      const kept = rules.filter((id) => !made.includes(id));
      const restored = sameValue(rules, after) ? before : [...gone.map(({ id }) => id), ...kept];
      await send(name, [...gone.map(created), ...reordered(item, restored), ...made.flatMap(deleted)]);
    },
  };
}
