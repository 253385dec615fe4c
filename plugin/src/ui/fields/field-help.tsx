import type { ReactNode } from "react";
import { HelpText } from "@twilio-paste/core/help-text";

interface Props {
  readonly id: string;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
}

/** A control's help text, or its error or warning instead; renders nothing without any. */
export function FieldHelp({ id, help, error, warning }: Props) {
  const below = error ?? warning ?? help;
  if (below === undefined) return null;
  const variant = error !== undefined ? "error" : warning !== undefined ? "warning" : "default";
  return (
    <HelpText id={id} variant={variant}>
      {below}
    </HelpText>
  );
}
