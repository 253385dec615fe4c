import { Children, type ReactNode } from "react";
import { Box } from "@twilio-paste/core/box";

/** Fields side by side with equal widths; they wrap on narrow screens. */
export const Columns = ({ children }: { readonly children: ReactNode }) => (
  <Box display="flex" flexWrap="wrap" columnGap="space50" rowGap="space50" alignItems="flex-start">
    {Children.toArray(children).map((child, index) => (
      <Box key={index} flex="1 1 0" minWidth="size10">
        {child}
      </Box>
    ))}
  </Box>
);
