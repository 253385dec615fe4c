import type { ReactNode } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { useTranslate } from "../services/services";
import { Alert } from "./fields/alert";

interface Props {
  readonly variant: "error" | "warning";
  /** null: what failed is tried again anyway, and sooner would not help. */
  readonly onRetry: (() => void) | null;
  readonly children: ReactNode;
}

/** Says what failed, beside a button that tries again. */
export function RetryAlert({ variant, onRetry, children }: Props) {
  const t = useTranslate();
  return (
    <Alert variant={variant}>
      <Box
        display="flex"
        flexWrap="wrap"
        rowGap="space20"
        alignItems="center"
        justifyContent="space-between"
        columnGap="space50"
      >
        <Box>{children}</Box>
        {onRetry !== null && (
          <Button variant="secondary" size="small" onClick={onRetry}>
            {t("app.retry")}
          </Button>
        )}
      </Box>
    </Alert>
  );
}
