import { useState } from "react";
import { useDispatch } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import { AlertDialog } from "../../ui/fields/dialog";
import { useServices, useTranslate } from "../../services/services";
import type { LiveSchedule } from "../../catalogue/live-items";
import { publishClosed } from "../../publishing/publishing";
import { manualCloseChange } from "../../catalogue/stored";
import { formatNames } from "../../i18n/format-names";
import { describePublishFailure } from "../../ui/describe-publish-failure";
import type { PartsProgress } from "../../publishing/publish-parts";

interface Props {
  /** The selected schedules. */
  readonly items: readonly LiveSchedule[];
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
export function BulkBar({ items, onClear }: Props) {
  const { t, locale, publishMany, notify } = useServices();
  const dispatch = useDispatch();
  const [asking, setAsking] = useState<"close" | "reopen" | null>(null);
  const [publishing, setPublishing] = useState<Publishing | null>(null);
  const toChange = (manualClose: boolean): readonly LiveSchedule[] =>
    items.filter((item) => manualCloseChange(item, manualClose) !== null);
  const [toClose, toReopen] = [toChange(true), toChange(false)];

  const run = async (what: "close" | "reopen"): Promise<void> => {
    const wanted = what === "close" ? toClose : toReopen;
    setAsking(null);
    const stop = new AbortController();
    const { done, count, failure } = await publishMany(
      wanted.flatMap((item) => manualCloseChange(item, what === "close") ?? []),
      {
        signal: stop.signal,
        onProgress: (progress) => {
          setPublishing({ progress, stop });
        },
      },
    );
    setPublishing(null);
    if (failure !== null) {
      // The bar shows the failure, so no other component does.
      dispatch(publishClosed(failure.id));
      const why = describePublishFailure(t, failure.code);
      notify("error", t(`bulk.${what}.failed`, { count, done, why }));
    } else if (done < count) {
      notify("success", t("bulk.stopped", { count, done }));
    } else {
      notify("success", t(`bulk.${what}.done`, { count }));
      onClear();
    }
  };
  const confirmation = asking === "reopen" ? toReopen : toClose;
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
          setAsking("close");
        }}
      >
        {t("bulk.close", { count: toClose.length })}
      </Button>
      <Button
        variant="secondary"
        size="small"
        disabled={busy || toReopen.length === 0}
        onClick={() => {
          setAsking("reopen");
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
      {asking !== null && (
        <AlertDialog
          isOpen
          heading={t(`bulk.${asking}.sure`, { count: confirmation.length })}
          destructive={asking === "close"}
          onConfirm={() => void run(asking)}
          onConfirmLabel={t(`bulk.${asking}`, { count: confirmation.length })}
          onDismiss={() => {
            setAsking(null);
          }}
          onDismissLabel={t("app.cancel")}
        >
          {t(`bulk.${asking}.what`, {
            names: formatNames(
              locale,
              confirmation.map(({ id, value }) => value?.name ?? id),
              t,
            ),
          })}
        </AlertDialog>
      )}
    </Box>
  );
}
