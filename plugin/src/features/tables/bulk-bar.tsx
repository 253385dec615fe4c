import { useState } from "react";
import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import { currentManualClose } from "@schedule-manager/shared/evaluator/manual-close";
import { useSelectors, useServices, useTranslate } from "../../services/services";
import type { LiveSchedule } from "../../catalogue/live-items";
import type { PartsProgress } from "../../publishing/publish-parts";
import { CloseDialog } from "../../ui/manual-close/close-dialog";
import { useManualClose, type WantedClose } from "../../ui/manual-close/use-manual-close";

interface Props {
  /** The selected schedules. */
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

/** The actions for all selected schedules. */
export function BulkBar({ items, now, onClear }: Props) {
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
  return (
    <Box
      role="region"
      aria-label={t("bulk.chosen", { count: items.length })}
      display="flex"
      flexWrap="wrap"
      alignItems="center"
      columnGap="space40"
      rowGap="space30"
      marginBottom="space50"
    >
      <Text as="span" role="status" fontWeight="fontWeightSemibold">
        {publishing === null
          ? t("bulk.chosen", { count: items.length })
          : t("publishing.part", { ...publishing.progress })}
      </Text>
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
    </Box>
  );
}
