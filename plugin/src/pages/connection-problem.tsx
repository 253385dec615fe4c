import { useEffect, useState } from "react";
import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import { RetryAlert } from "../ui/retry-alert";
import { useServices } from "../services/services";
import type { FailureReason } from "../sync/connection-manager";
import type { Connection } from "../sync/connection-slice";
import { pluginState } from "../catalogue/root";
import type { RootState } from "../store/root";
import { formatSince } from "../i18n/format-since";
import { connectionMessage } from "./connection-message";

/** ms. Only the badge shows a shorter interruption. */
const PATIENCE = 3000;

function useLongEnough(connection: Connection): boolean {
  const [waited, setWaited] = useState<Connection | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      setWaited(connection);
    }, PATIENCE);
    return () => {
      clearTimeout(timer);
    };
  }, [connection]);
  return waited === connection;
}

function problemOf(connection: Connection): FailureReason | null {
  if ("reason" in connection) return connection.reason;
  return connection.type === "connected" && connection.isBusy === true ? "sync-busy" : null;
}

/** Explains why the data is not live, its date, and the remedy. */
export function ConnectionProblem() {
  const { t, retry, locale } = useServices();
  const connection = useSelector((root: RootState) => pluginState(root).connection);
  const asOf = useSelector((root: RootState) => pluginState(root).live.asOf);
  const now = useSelector((root: RootState) => pluginState(root).clock.now);
  const longEnough = useLongEnough(connection);
  const isFinal = connection.type === "failed";
  const reason = problemOf(connection);
  if (reason === null || !(isFinal || longEnough)) return null;
  return (
    <Box marginBottom="space60">
      <RetryAlert
        variant={isFinal ? "error" : "warning"}
        // While Sync is busy, a new connection would read what is open already, too.
        onRetry={connection.type === "connected" ? null : retry}
      >
        <Text as="div">{t(connectionMessage(reason))}</Text>
        {asOf !== null && (
          <Text as="div">{t("connection.asOf", { time: formatSince(locale, asOf, now) })}</Text>
        )}
      </RetryAlert>
    </Box>
  );
}
