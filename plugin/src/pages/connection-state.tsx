import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { StatusBadge } from "@twilio-paste/core/status";
import { Text } from "@twilio-paste/core/text";
import { useServices } from "../services/services";
import { pluginState } from "../catalogue/root";
import type { RootState } from "../store/root";
import { formatSince } from "../i18n/format-since";

const LOOKS = {
  idle: ["ProcessInProgress", "connection.connecting"],
  connecting: ["ProcessInProgress", "connection.connecting"],
  connected: ["ProcessSuccess", "connection.live"],
  busy: ["ProcessWarning", "connection.connecting"],
  interrupted: ["ProcessWarning", "connection.interrupted"],
  failed: ["ProcessError", "connection.failed"],
} as const;

/** The connection badge, always visible and announced on change. */
export function ConnectionState() {
  const { t, locale } = useServices();
  const state = useSelector((root: RootState) => {
    const { connection } = pluginState(root);
    return "isBusy" in connection ? "busy" : connection.type;
  });
  const asOf = useSelector((root: RootState) => pluginState(root).live.asOf);
  const now = useSelector((root: RootState) => pluginState(root).clock.now);
  const [variant, words] = LOOKS[state];
  return (
    <Box
      role="status"
      flexShrink={0}
      display="flex"
      flexWrap="wrap"
      rowGap="space20"
      alignItems="center"
      columnGap="space30"
    >
      {asOf !== null && (
        <Text as="span" color="colorTextWeak">
          {t("badge.asOf", { time: formatSince(locale, asOf, now) })}
        </Text>
      )}
      <StatusBadge as="span" variant={variant}>
        {t(words)}
      </StatusBadge>
    </Box>
  );
}
