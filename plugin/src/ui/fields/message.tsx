import type { ReactNode } from "react";
import { Box } from "@twilio-paste/core/box";
import { Heading } from "@twilio-paste/core/heading";
import { Paragraph } from "@twilio-paste/core/paragraph";

interface Props {
  readonly title: string;
  readonly text: string;
  readonly as?: "h1" | "h2";
  /** Actions. */
  readonly children?: ReactNode;
}

/** The empty state of a list or a page. */
export function Message({ title, text, as = "h2", children }: Props) {
  return (
    <Box
      display="flex"
      flexDirection="column"
      alignItems="center"
      textAlign="center"
      padding="space120"
      borderStyle="dashed"
      borderWidth="borderWidth10"
      borderColor="colorBorderWeak"
      borderRadius="borderRadius30"
    >
      <Heading as={as} variant="heading30">
        {title}
      </Heading>
      <Paragraph marginBottom="space0">{text}</Paragraph>
      {children !== undefined && <Box marginTop="space50">{children}</Box>}
    </Box>
  );
}
