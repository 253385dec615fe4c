import { Children, type ReactNode } from "react";
import { Box } from "@twilio-paste/core/box";

interface Props {
  /** The width below which a field wraps. */
  readonly fieldWidth?: string;
  readonly children: ReactNode;
}

/** Fields side by side with equal widths; they wrap on narrow screens. */
export const Columns = ({ fieldWidth = "10rem", children }: Props) => (
  <Box display="flex" flexWrap="wrap" columnGap="space50" rowGap="space50" alignItems="flex-start">
    {Children.toArray(children).map((child, index) => (
      <Box key={index} flex={`1 1 ${fieldWidth}`} minWidth="size0">
        {child}
      </Box>
    ))}
  </Box>
);
