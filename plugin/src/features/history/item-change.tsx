import { useEffect, useState } from "react";
import { useDispatch, useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { SkeletonLoader } from "@twilio-paste/core/skeleton-loader";
import { Text } from "@twilio-paste/core/text";
import type { ItemKind, StoredItem } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { useServices, useSelectors } from "../../services/services";
import { historyOpened } from "../../navigation/navigation";
import { selectMayEdit } from "../../publishing/selectors";
import { ChangeLines } from "./change-lines";
import { readable } from "./describe-step";
import { useHistoryVersion } from "./use-history-version";
import { useRestore } from "./use-restore";
import { type LoadedStep, useStep } from "./use-step";

/** The item's current or last name. */
function useName(kind: ItemKind, id: string, step: LoadedStep): string {
  const { selectNames } = useSelectors();
  const { history } = useServices();
  const live = useSelector(selectNames).get(itemRef(kind, id));
  const [last, setLast] = useState<string | null>(null);
  const own = typeof step === "string" ? undefined : (step.entry.value ?? step.before)?.name;
  const needed = live === undefined && own === undefined && step !== "loading";
  useEffect(() => {
    if (needed) history.lastName(kind, id).then(setLast, () => undefined);
  }, [history, kind, id, needed]);
  return live ?? own ?? last ?? id;
}

/** The deleted item, if the step deleted it, it is still deleted, and its version is valid. */
function deleted(step: LoadedStep, isLive: boolean): StoredItem | null {
  if (typeof step === "string" || isLive || step.entry.value !== null || !step.before) return null;
  return readable(step.entry, step.before) ?? null;
}

interface Props {
  readonly kind: ItemKind;
  readonly id: string;
  readonly generation: number;
}

/** Shows the change that one publish made to one item. */
export function ItemChange({ kind, id, generation }: Props) {
  const { selectNames } = useSelectors();
  const { t } = useServices();
  const dispatch = useDispatch();
  const version = useHistoryVersion();
  const step = useStep(itemRef(kind, id), generation, version);
  const name = useName(kind, id, step);
  const isLive = useSelector(selectNames).has(itemRef(kind, id));
  const restore = useRestore();
  const mayEdit = useSelector(selectMayEdit);
  const deletedItem = mayEdit ? deleted(step, isLive) : null;
  return (
    <Box display="flex" flexDirection="column" rowGap="space20" alignItems="flex-start">
      <Box display="flex" flexWrap="wrap" alignItems="center" columnGap="space30">
        <Button
          variant="link"
          aria-label={t("history.openOf", { name })}
          data-opens={`history:${itemRef(kind, id)}`}
          onClick={() => dispatch(historyOpened({ kind, id }))}
        >
          <Box as="span" overflowWrap="anywhere" textAlign="left" whiteSpace="normal">
            {name}
          </Box>
        </Button>
        <Text as="span" color="colorTextWeak" fontSize="fontSize20">
          {t(`history.kind.${kind}`)}
        </Text>
        {deletedItem !== null && typeof step !== "string" && (
          <Button
            variant="secondary"
            size="small"
            onClick={() => void restore({ kind, id, value: deletedItem, at: step.entry.at })}
          >
            {t("history.restore.deleted", { name })}
          </Button>
        )}
      </Box>
      {step === "loading" ? (
        <SkeletonLoader width="size30" height="sizeIcon20" />
      ) : step === "absent" || step === "failed" ? (
        <Text as="p" color="colorTextWeak">
          {t(step === "absent" ? "history.noDetails" : "history.failed")}
        </Text>
      ) : (
        <ChangeLines step={step} />
      )}
    </Box>
  );
}
