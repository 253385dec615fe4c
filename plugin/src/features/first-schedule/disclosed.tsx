import { type ReactNode, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";

interface Props {
  readonly label: string;
  readonly children: ReactNode;
}

/** Details that a button shows and hides. */
export function Disclosed({ label, children }: Props) {
  const [isShown, setShown] = useState(false);
  return (
    <Box display="flex" flexDirection="column" rowGap="space50">
      <Box>
        <Button
          variant="link"
          aria-expanded={isShown}
          onClick={() => {
            setShown(!isShown);
          }}
        >
          {label}
        </Button>
      </Box>
      {isShown && children}
    </Box>
  );
}
