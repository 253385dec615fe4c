import { useDispatch, useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { pluginState } from "../../catalogue/root";
import { closeUndoEnded } from "../../publishing/close-undo";
import { useTranslate } from "../../services/services";
import type { RootState } from "../../store/root";
import { PassingBar } from "../passing-bar";
import { useManualClose } from "./use-manual-close";

/** Says which manual closes were just published and offers to undo them. */
export function UndoBar() {
  const t = useTranslate();
  const { undo } = useManualClose();
  const dispatch = useDispatch();
  const offered = useSelector((root: RootState) => pluginState(root).closeUndo);
  if (offered === null) return <Box role="status" flexShrink={0} />;
  const { type, name, count, at } = offered;
  return (
    <Box role="status" flexShrink={0}>
      <PassingBar
        key={at}
        text={
          name === null
            ? t(type === "closed" ? "bulk.close.done" : "bulk.reopen.done", { count })
            : t(`close.done.${type}`, { name })
        }
        at={at}
        onEnd={() => dispatch(closeUndoEnded())}
      >
        <Button variant="secondary" size="small" onClick={() => void undo(offered)}>
          {t("close.undo")}
        </Button>
      </PassingBar>
    </Box>
  );
}
