import { useState } from "react";
import { useSelector } from "react-redux";
import { Button } from "@twilio-paste/core/button";
import { currentManualClose } from "@schedule-manager/shared/evaluator/manual-close";
import { useSelectors, useServices, useTranslate } from "../../services/services";
import type { LiveSchedule } from "../../catalogue/live-items";
import type { PartsProgress } from "../../publishing/publish-parts";
import { CloseDialog } from "../../ui/manual-close/close-dialog";
import { useManualClose, type WantedClose } from "../../ui/manual-close/use-manual-close";
import { ScheduleMenu } from "./schedule-menu";
import { SelectionBar } from "./selection-bar";

interface Props {
  /** The ids of the selected schedules. */
  readonly ids: ReadonlySet<string>;
  /** Those of them that are published. */
  readonly items: readonly LiveSchedule[];
  /** ms since the epoch */
  readonly now: number;
  readonly onClear: () => void;
}

interface Publishing {
  readonly progress: PartsProgress;
  readonly stop: AbortController;
}

/** Stops before the next publish. */
function StopButton({ progress: { partsLeft }, stop }: Publishing) {
  const t = useTranslate();
  const [pressed, setPressed] = useState(false);
  return (
    <Button
      variant="secondary"
      size="small"
      disabled={pressed || partsLeft === 0}
      onClick={() => {
        setPressed(true);
        stop.abort();
      }}
    >
      {t(pressed ? "publishing.stopping" : "publishing.stop")}
    </Button>
  );
}

/** The actions for all selected schedules: closing and reopening are published at once, the others are drafts. */
export function BulkBar({ ids, items, now, onClear }: Props) {
  const { t, notify } = useServices();
  const { selectRulesById } = useSelectors();
  const rulesById = useSelector(selectRulesById);
  const { change } = useManualClose();
  const [isAsking, setAsking] = useState(false);
  const [publishing, setPublishing] = useState<Publishing | null>(null);
  const isClosed = ({ value }: LiveSchedule): boolean =>
    value !== null && currentManualClose(value, now) !== null;
  const toReopen = items.filter(isClosed);
  const toClose = items.filter((item) => item.value !== null && !isClosed(item));

  const run = async (wanted: readonly WantedClose[]): Promise<void> => {
    setAsking(false);
    const stop = new AbortController();
    const { done, count, failure } = await change(wanted, {
      signal: stop.signal,
      onProgress: (progress) => {
        setPublishing({ progress, stop });
      },
    });
    setPublishing(null);
    if (failure !== null) return;
    if (done < count) notify("success", t("bulk.stopped", { count, done }));
    else onClear();
  };
  const busy = publishing !== null;
  const chosen = t("bulk.chosen", { count: ids.size });
  return (
    <SelectionBar
      label={chosen}
      status={publishing === null ? chosen : t("publishing.part", { ...publishing.progress })}
    >
      <Button
        variant="secondary"
        size="small"
        disabled={busy || toClose.length === 0}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t("bulk.close", { count: toClose.length })}
      </Button>
      <Button
        variant="secondary"
        size="small"
        disabled={busy || toReopen.length === 0}
        onClick={() => {
          void run(toReopen.map((item) => ({ item, close: null })));
        }}
      >
        {t("bulk.reopen", { count: toReopen.length })}
      </Button>
      <ScheduleMenu ids={ids} isDisabled={busy} onClear={onClear} />
      {publishing === null ? (
        <Button variant="link" onClick={onClear}>
          {t("bulk.clear")}
        </Button>
      ) : (
        <StopButton {...publishing} />
      )}
      {isAsking && (
        <CloseDialog
          schedules={toClose.flatMap(({ value }) => value ?? [])}
          rulesById={rulesById}
          onClose={(closes) => void run(toClose.map((item) => ({ item, close: closes.get(item.id) ?? {} })))}
          onDismiss={() => {
            setAsking(false);
          }}
        />
      )}
    </SelectionBar>
  );
}
