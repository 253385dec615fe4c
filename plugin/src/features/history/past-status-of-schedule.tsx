import { useEffect, useState } from "react";
import { valueOf } from "@schedule-manager/shared/history/item-at";
import type { Step } from "@schedule-manager/shared/history/steps";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { useServices } from "../../services/services";
import { useHistoryVersion } from "./use-history-version";
import { PastStatusForm } from "./past-status-form";
import { useMinute } from "../../ui/use-minute";

/** The last version of a deleted schedule. */
function lastOf(steps: readonly Step[]): Schedule | null {
  for (const { entry, before } of steps) {
    const value = entry.value ?? before ?? null;
    const schedule = value === null ? null : valueOf("schedule", { ...entry, value });
    if (schedule !== null) return schedule;
  }
  return null;
}

interface Props {
  readonly id: string;
  readonly live: Schedule | null;
}

/** Asks for the past status of one schedule, including a deleted one. */
export function PastStatusOfSchedule({ id, live }: Props) {
  const { history } = useServices();
  const version = useHistoryVersion();
  const now = useMinute();
  const [last, setLast] = useState<Schedule | null>(null);
  const wanted = live === null && last === null && version !== null;
  useEffect(() => {
    if (!wanted) return undefined;
    let mounted = true;
    history.steps(itemRef("schedule", id), null).then(
      ({ items }) => {
        if (mounted) setLast(lastOf(items));
      },
      // The list of versions below reports the failure.
      () => undefined,
    );
    return () => {
      mounted = false;
    };
    // A later version asks again after a failure.
  }, [history, id, wanted, version]);
  const schedule = live ?? last;
  return schedule === null ? null : <PastStatusForm schedules={schedule} now={now} />;
}
