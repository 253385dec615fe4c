import { Box } from "@twilio-paste/core/box";
import { useTranslate } from "../../services/services";
import { Alert } from "../../ui/fields/alert";
import type { WhenConnected } from "./use-publish-when-connected";

/** Says before a publish that it would reach nobody, and what happens once the connection is back. */
export function OfflineNotice({ isOffline, isWaiting, isChanged }: WhenConnected) {
  const t = useTranslate();
  const text = isWaiting
    ? t("publishing.waiting")
    : isOffline
      ? t("publishing.offline")
      : isChanged
        ? t("publishing.changedMeanwhile")
        : null;
  return (
    // Present before its text, so that screen readers announce the text.
    <Box role="status">
      {text !== null && (
        <Box marginBottom="space60">
          <Alert variant={isWaiting ? "neutral" : "warning"}>{text}</Alert>
        </Box>
      )}
    </Box>
  );
}
