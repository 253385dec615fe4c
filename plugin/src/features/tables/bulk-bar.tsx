import { useState } from "react";
import { useDispatch } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import { AlertDialog } from "../../ui/fields/dialog";
import { useServices } from "../../services/services";
import type { LiveSchedule } from "../../catalogue/live-items";
import { publishClosed } from "../../publishing/publishing";
import { manualCloseChange } from "../../catalogue/stored";
import { formatNames } from "../../i18n/format-names";
import { describePublishFailure } from "../../ui/describe-publish-failure";
import { closeMany } from "./close-many";

interface Props {
  /** The selected schedules. */
  readonly items: readonly LiveSchedule[];
  readonly onClear: () => void;
}

/** The actions for all selected schedules. */
export function BulkBar({ items, onClear }: Props) {
  const { t, locale, publish, notify } = useServices();
  const dispatch = useDispatch();
  const [asking, setAsking] = useState<"close" | "reopen" | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const toChange = (manualClose: boolean): readonly LiveSchedule[] =>
    items.filter((item) => manualCloseChange(item, manualClose) !== null);
  const [toClose, toReopen] = [toChange(true), toChange(false)];

  const run = async (what: "close" | "reopen"): Promise<void> => {
    const wanted = what === "close" ? toClose : toReopen;
    setAsking(null);
    setDone(0);
    const result = await closeMany(publish, wanted, what === "close", setDone);
    setDone(null);
    if (result.failure === null) {
      notify("success", t(`bulk.${what}.done`, { count: result.done }));
      onClear();
      return;
    }
    const { code, id } = result.failure;
    // The bar shows the failure, so no other component does.
    dispatch(publishClosed(id));
    const counts = { count: wanted.length, done: result.done };
    notify("error", t(`bulk.${what}.failed`, { ...counts, why: describePublishFailure(t, code) }));
  };
  const asked = asking === "reopen" ? toReopen : toClose;
  const busy = done !== null;
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
        {done === null
          ? t("bulk.chosen", { count: items.length })
          : t("publishing.part", { done, count: items.length })}
      </Text>
      <Button
        variant="secondary"
        size="small"
        loading={busy}
        disabled={toClose.length === 0}
        onClick={() => {
          setAsking("close");
        }}
      >
        {t("bulk.close", { count: toClose.length })}
      </Button>
      <Button
        variant="secondary"
        size="small"
        loading={busy}
        disabled={toReopen.length === 0}
        onClick={() => {
          setAsking("reopen");
        }}
      >
        {t("bulk.reopen", { count: toReopen.length })}
      </Button>
      <Button variant="link" disabled={busy} onClick={onClear}>
        {t("bulk.clear")}
      </Button>
      {asking !== null && (
        <AlertDialog
          isOpen
          heading={t(`bulk.${asking}.sure`, { count: asked.length })}
          destructive={asking === "close"}
          onConfirm={() => void run(asking)}
          onConfirmLabel={t(`bulk.${asking}`, { count: asked.length })}
          onDismiss={() => {
            setAsking(null);
          }}
          onDismissLabel={t("app.cancel")}
        >
          {t(`bulk.${asking}.what`, {
            names: formatNames(
              locale,
              asked.map(({ id, value }) => value?.name ?? id),
              t,
            ),
          })}
        </AlertDialog>
      )}
    </Box>
  );
}
