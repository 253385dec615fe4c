import { useDispatch, useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { ErrorIcon } from "@twilio-paste/icons/esm/ErrorIcon";
import { SuccessIcon } from "@twilio-paste/icons/esm/SuccessIcon";
import { WarningIcon } from "@twilio-paste/icons/esm/WarningIcon";
import { pluginState } from "../catalogue/root";
import { noticeEnded } from "../navigation/notice";
import type { RootState } from "../store/root";
import { PassingBar } from "./passing-bar";

const ICONS = {
  success: <SuccessIcon decorative color="colorTextSuccess" />,
  warning: <WarningIcon decorative color="colorTextWarningStrong" />,
  error: <ErrorIcon decorative color="colorTextError" />,
} as const;

/** The latest message, below the page. Flex's own notifications would cover controls and stack. */
export function NoticeBar() {
  const notice = useSelector((root: RootState) => pluginState(root).notice);
  const dispatch = useDispatch();
  return (
    <Box role="status" flexShrink={0}>
      {notice !== null && (
        <PassingBar
          key={notice.at}
          text={notice.text}
          icon={ICONS[notice.kind]}
          at={notice.at}
          onEnd={() => dispatch(noticeEnded())}
        />
      )}
    </Box>
  );
}
