import type { ReactNode } from "react";
import { HelpText } from "@twilio-paste/core/help-text";

interface Props {
  readonly id: string;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
}

/** A control's help text, or its error instead; renders nothing without either. */
export function FieldHelp({ id, help, error }: Props) {
  const below = error ?? help;
  if (below === undefined) return null;
  return (
    <HelpText id={id} variant={error === undefined ? "default" : "error"}>
      {below}
    </HelpText>
  );
}
