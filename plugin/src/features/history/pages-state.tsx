import type { ReactNode } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { ScreenReaderOnly } from "@twilio-paste/core/screen-reader-only";
import { SkeletonLoader } from "@twilio-paste/core/skeleton-loader";
import { Text } from "@twilio-paste/core/text";
import { RetryAlert } from "../../ui/retry-alert";
import type { Pages } from "../../history/use-pages";
import { useTranslate } from "../../services/services";
import type { MessageKey } from "../../i18n/translate";

const WHY: Readonly<Partial<Record<number, MessageKey>>> = {
  401: "history.failed.forbidden",
  403: "history.failed.forbidden",
  404: "history.failed.notSetUp",
  429: "history.failed.busy",
};

function Failed({ status, onRetry }: { readonly status: number; readonly onRetry: () => void }) {
  const t = useTranslate();
  const why = WHY[status];
  return (
    <RetryAlert variant="error" onRetry={onRetry}>
      <Text as="div">{t("history.failed")}</Text>
      {why !== undefined && <Text as="div">{t(why)}</Text>}
    </RetryAlert>
  );
}

interface Props {
  readonly pages: Pages<unknown>;
  /** Whether there is a connection to read from. */
  readonly connected: boolean;
  readonly empty: ReactNode;
  readonly children: ReactNode;
}

/** Frames pages of history: loading, failed, empty, or with a button for older pages. */
export function PagesState({ pages, connected, empty, children }: Props) {
  const t = useTranslate();
  const { state, items, more, loadingMore, status, loadMore, retry } = pages;
  if (state === "loading") {
    return (
      <Box display="flex" flexDirection="column" rowGap="space50" aria-busy="true">
        <ScreenReaderOnly role="status">{t("history.loading")}</ScreenReaderOnly>
        {!connected && <Text as="p">{t("history.waiting")}</Text>}
        {[1, 2, 3].map((row) => (
          <SkeletonLoader key={row} height="size10" />
        ))}
      </Box>
    );
  }
  return (
    <Box display="flex" flexDirection="column" rowGap="space60">
      {state === "failed" && <Failed status={status} onRetry={retry} />}
      {items.length === 0 ? state === "ready" && empty : children}
      {(items.length > 0 || more) && (
        <Box display="flex" justifyContent="center">
          {more ? (
            <Button variant="secondary" loading={loadingMore} disabled={!connected} onClick={loadMore}>
              {t(loadingMore ? "history.loadingOlder" : "history.older")}
            </Button>
          ) : (
            <Text as="p" color="colorTextWeak">
              {t("history.begin")}
            </Text>
          )}
        </Box>
      )}
    </Box>
  );
}
