import type { ReactNode } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import { useTranslate } from "../services/services";
import { BottomBar } from "./bottom-bar";
import { useExpiry } from "./use-expiry";

interface Props {
  readonly text: string;
  readonly icon?: ReactNode;
  /** ms since the epoch, this computer's clock. */
  readonly at: number;
  readonly onEnd: () => void;
  /** Further buttons. */
  readonly children?: ReactNode;
}

/** A message that passes, in a bar below the page, where it covers nothing. */
export function PassingBar({ text, icon, at, onEnd, children }: Props) {
  const t = useTranslate();
  const handlers = useExpiry(at, onEnd);
  return (
    <BottomBar backgroundColor="colorBackground" {...handlers}>
      <Box display="flex" alignItems="center" columnGap="space30" minWidth="size0">
        {icon}
        <Text as="p" fontWeight="fontWeightSemibold" overflowWrap="anywhere">
          {text}
        </Text>
      </Box>
      <Box display="flex" flexWrap="wrap" columnGap="space40" rowGap="space20">
        {children}
        <Button variant="link" onClick={onEnd}>
          {t("close.undo.hide")}
        </Button>
      </Box>
    </BottomBar>
  );
}
