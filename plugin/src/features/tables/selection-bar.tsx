import type { ReactNode } from "react";
import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";

interface Props {
  readonly label: string;
  /** The number of selected rows, or the progress. */
  readonly status: string;
  readonly children: ReactNode;
}

/** The bar above a table with the actions for the selected rows. */
export function SelectionBar({ label, status, children }: Props) {
  return (
    <Box
      role="region"
      aria-label={label}
      display="flex"
      flexWrap="wrap"
      alignItems="center"
      columnGap="space40"
      rowGap="space30"
      marginBottom="space50"
    >
      <Text as="span" role="status" fontWeight="fontWeightSemibold">
        {status}
      </Text>
      {children}
    </Box>
  );
}
