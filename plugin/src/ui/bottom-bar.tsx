import type { ComponentProps } from "react";
import { Box } from "@twilio-paste/core/box";

/** A bar below the page, with a text and buttons; it covers nothing. */
export function BottomBar(props: ComponentProps<typeof Box>) {
  return (
    <Box
      data-bar=""
      display="flex"
      flexWrap="wrap"
      alignItems="center"
      justifyContent="space-between"
      columnGap="space60"
      rowGap="space30"
      paddingX="space80"
      paddingY="space40"
      borderTopStyle="solid"
      borderTopWidth="borderWidth10"
      borderTopColor="colorBorderWeak"
      {...props}
    />
  );
}
