import type { ReactNode } from "react";
import { Box } from "@twilio-paste/core/box";
import type { useTabState } from "@twilio-paste/core/tabs";
import { TabPrimitiveList } from "@twilio-paste/core/tabs-primitive";

interface Props {
  readonly state: ReturnType<typeof useTabState>;
  readonly label: string;
  readonly children: ReactNode;
}

/**
 * Paste's `TabList` without its scroll buttons: their listeners stay on the window and keep the whole page in memory
 * after it is left.
 */
export function TabRow({ state, label, children }: Props) {
  return (
    <TabPrimitiveList {...state} aria-label={label}>
      <Box
        position="relative"
        display="flex"
        columnGap="space20"
        overflowX="auto"
        whiteSpace="nowrap"
        boxShadow="shadowBorderBottomWeakInset"
      >
        {children}
      </Box>
    </TabPrimitiveList>
  );
}
