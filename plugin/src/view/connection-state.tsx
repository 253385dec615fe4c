import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { StatusBadge } from "@twilio-paste/core/status";
import { useSay } from "../services";
import { pluginState, type RootState } from "../state/root";

const LOOKS = {
  idle: ["ProcessInProgress", "connection.connecting"],
  connecting: ["ProcessInProgress", "connection.connecting"],
  connected: ["ProcessSuccess", "connection.live"],
  interrupted: ["ProcessWarning", "connection.interrupted"],
  failed: ["ProcessError", "connection.failed"],
} as const;

/** Whether what is shown is live: always visible, and said aloud when it changes. */
export function ConnectionState() {
  const say = useSay();
  const { state } = useSelector((root: RootState) => pluginState(root).connection);
  const [variant, words] = LOOKS[state];
  return (
    <Box role="status" flexShrink={0}>
      <StatusBadge as="span" variant={variant}>
        {say(words)}
      </StatusBadge>
    </Box>
  );
}
