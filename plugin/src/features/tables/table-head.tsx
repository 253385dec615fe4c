import type { ReactNode } from "react";
import { Box } from "@twilio-paste/core/box";

/** What stands above a table: search and filters, side by side where there is room. */
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
