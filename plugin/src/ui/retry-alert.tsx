import type { ReactNode } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { useTranslate } from "../services/services";
import { Alert } from "./fields/alert";

interface Props {
  readonly variant: "error" | "warning";
  readonly onRetry: () => void;
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
        <Button variant="secondary" size="small" onClick={onRetry}>
          {t("app.retry")}
        </Button>
      </Box>
    </Alert>
  );
}
