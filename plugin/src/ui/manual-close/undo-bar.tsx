import { useEffect, useState } from "react";
import { useDispatch, useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import { pluginState } from "../../catalogue/root";
import { closeUndoEnded, type CloseUndo } from "../../publishing/close-undo";
import { useServices } from "../../services/services";
import type { RootState } from "../../store/root";
import { useManualClose } from "./use-manual-close";

/** ms */
const UNDO_FOR = 10_000;

function Offer({ offered }: { readonly offered: CloseUndo }) {
  const { t, localNow } = useServices();
  const { undo } = useManualClose();
  const dispatch = useDispatch();
  const [isHeld, setHeld] = useState(false);
  const [from, setFrom] = useState(offered.at);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => dispatch(closeUndoEnded()), Math.max(0, from + UNDO_FOR - localNow()));
    return () => {
      clearTimeout(timer);
    };
  }, [isHeld, from, dispatch, localNow]);
  const hold = (): void => {
    setHeld(true);
  };
  const release = (): void => {
    setHeld(false);
    setFrom(localNow());
  };
  const { type, name, count } = offered;
  return (
    <Box
      display="flex"
      flexWrap="wrap"
      alignItems="center"
      justifyContent="space-between"
      columnGap="space60"
      rowGap="space30"
      paddingX="space80"
      paddingY="space40"
      borderTopStyle="solid"
      borderTopWidth="borderWidth10"
      borderTopColor="colorBorderWeak"
      backgroundColor="colorBackground"
      // It stays while somebody is about to press it.
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      <Text as="p" fontWeight="fontWeightSemibold">
        {name === null
          ? t(type === "closed" ? "bulk.close.done" : "bulk.reopen.done", { count })
          : t(`close.done.${type}`, { name })}
      </Text>
      <Box display="flex" columnGap="space40">
        <Button variant="secondary" size="small" onClick={() => void undo(offered)}>
          {t("close.undo")}
        </Button>
        <Button variant="link" onClick={() => dispatch(closeUndoEnded())}>
          {t("close.undo.hide")}
        </Button>
      </Box>
    </Box>
  );
}

/** Says which manual closes were just published and offers to undo them, below the page, where it covers nothing. */
export function UndoBar() {
  const offered = useSelector((root: RootState) => pluginState(root).closeUndo);
  return (
    <Box role="status" flexShrink={0}>
      {offered !== null && <Offer key={offered.at} offered={offered} />}
    </Box>
  );
}
