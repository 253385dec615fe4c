import type { ReactNode } from "react";
import { Box } from "@twilio-paste/core/box";
import { Heading } from "@twilio-paste/core/heading";
import { useUID } from "@twilio-paste/core/uid-library";

interface Props {
  readonly title: string;
  /** Shown next to the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a form with a heading. */
export function Section({ title, aside, children }: Props) {
  const id = useUID();
  return (
    <Box as="section" aria-labelledby={id} display="flex" flexDirection="column" rowGap="space50">
      <Box
        display="flex"
        flexWrap="wrap"
        alignItems="center"
        justifyContent="space-between"
        columnGap="space40"
        rowGap="space20"
      >
        <Heading as="h2" variant="heading40" marginBottom="space0" id={id}>
          {title}
        </Heading>
        {aside}
      </Box>
      {children}
    </Box>
  );
}
