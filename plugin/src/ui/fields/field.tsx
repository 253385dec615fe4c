import type { ReactElement, ReactNode } from "react";
import { Box } from "@twilio-paste/core/box";
import { Label } from "@twilio-paste/core/label";
import { useUID } from "@twilio-paste/core/uid-library";
import { useTranslate } from "../../services/services";
import { useFieldsDisabled } from "./context";
import { FieldHelp } from "./field-help";

export interface FieldProps {
  readonly label: string;
  readonly help?: ReactNode;
  /** The problem and its remedy; replaces the help text. */
  readonly error?: string | undefined;
  /** A remark that does not prevent anything; replaces the help text. */
  readonly warning?: string | undefined;
  readonly required?: boolean;
}

/** The attributes that link a control to its label and help text. */
interface ControlAttributes {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly hasError: boolean;
  readonly required: boolean;
  readonly disabled: boolean;
}

interface Props extends FieldProps {
  readonly children: (attributes: ControlAttributes) => ReactElement;
}

/** A labelled control with its help text or error. */
export function Field({ label, help, error, warning, required = false, children }: Props) {
  const id = useUID();
  const disabled = useFieldsDisabled();
  const t = useTranslate();
  const helpId = `${id}-help`;
  const describedBy = (error ?? warning ?? help) === undefined ? undefined : helpId;
  return (
    <Box>
      <Label htmlFor={id} required={required} i18nRequiredLabel={t("field.required")} disabled={disabled}>
        {label}
      </Label>
      {children({ id, "aria-describedby": describedBy, hasError: error !== undefined, required, disabled })}
      <FieldHelp id={helpId} help={help} error={error} warning={warning} />
    </Box>
  );
}
