import type { ReactNode } from "react";
import { Box } from "@twilio-paste/core/box";

interface Props {
  readonly form: ReactNode;
  readonly beside: ReactNode;
}

/** A form with a side column, which stays in sight while the form scrolls, and moves below it on narrow screens. */
export function FormColumns({ form, beside }: Props) {
  return (
    <Box display="flex" flexWrap="wrap" columnGap="space100" rowGap="space80" alignItems="flex-start">
      <Box flexGrow={1} flexShrink={1} flexBasis="26rem" maxWidth="40rem" minWidth="size0">
        {form}
      </Box>
      <Box
        flexGrow={1}
        flexShrink={1}
        flexBasis="26rem"
        minWidth="size0"
        position={["static", "static", "sticky"]}
        top="space0"
        maxHeight={["none", "none", "calc(100vh - 11rem)"]}
        overflowY={["visible", "visible", "auto"]}
        // A line shows that the text below it continues when the column is scrolled.
        borderBottomStyle={["none", "none", "solid"]}
        borderBottomWidth="borderWidth10"
        borderBottomColor="colorBorderWeaker"
        // Labels of the calendar begin left of it; the edges of its first buttons need room above.
        marginLeft="spaceNegative30"
        paddingLeft="space30"
        marginTop="spaceNegative20"
        paddingTop="space20"
        paddingRight="space20"
      >
        {beside}
      </Box>
    </Box>
  );
}
