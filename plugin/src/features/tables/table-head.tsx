import type { ReactNode } from "react";
import { Box } from "@twilio-paste/core/box";

/** Search and filters above a table, side by side if they fit. */
export function TableHead({ children }: { readonly children: ReactNode }) {
  return (
    <Box
      display="flex"
      flexWrap="wrap"
      alignItems="center"
      columnGap="space60"
      rowGap="space40"
      marginBottom="space50"
    >
      {children}
    </Box>
  );
}
