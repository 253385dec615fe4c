import { useDispatch, useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { pluginState } from "../catalogue/root";
import { type PublishUndo, undoEnded } from "../publishing/publish-undo";
import type { Translate } from "../i18n/translate";
import { useTranslate } from "../services/services";
import type { RootState } from "../store/root";
import { PassingBar } from "./passing-bar";
import { useManualClose } from "./manual-close/use-manual-close";
import { useTodayHours } from "./today-hours/use-today-hours";

function doneText(t: Translate, offered: PublishUndo): string {
  if (offered.type === "today") return t("today.done", { name: offered.name, time: offered.closing });
  const { type, name, count } = offered;
  return name === null
    ? t(type === "closed" ? "bulk.close.done" : "bulk.reopen.done", { count })
    : t(`close.done.${type}`, { name });
}

/** Says what was just published at once and offers to undo it. */
export function UndoBar() {
  const t = useTranslate();
  const manualClose = useManualClose();
  const todayHours = useTodayHours();
  const dispatch = useDispatch();
  const offered = useSelector((root: RootState) => pluginState(root).publishUndo);
  if (offered === null) return <Box role="status" flexShrink={0} />;
  const undo = (): Promise<void> =>
    offered.type === "today" ? todayHours.undo(offered) : manualClose.undo(offered);
  return (
    <Box role="status" flexShrink={0}>
      <PassingBar
        key={offered.at}
        text={doneText(t, offered)}
        at={offered.at}
        onEnd={() => dispatch(undoEnded())}
      >
        <Button variant="secondary" size="small" onClick={() => void undo()}>
          {t("close.undo")}
        </Button>
      </PassingBar>
    </Box>
  );
}
