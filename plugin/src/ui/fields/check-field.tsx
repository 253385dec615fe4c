import { Checkbox } from "@twilio-paste/core/checkbox";
import { ScreenReaderOnly } from "@twilio-paste/core/screen-reader-only";
import { useUID } from "@twilio-paste/core/uid-library";
import { useFieldsDisabled } from "./context";

interface Props {
  readonly label: string;
  /** For screen readers only, where the text beside the box says the same. */
  readonly isLabelHidden?: boolean;
  readonly help?: string;
  readonly checked: boolean;
  /** Some of what the box stands for is checked. */
  readonly indeterminate?: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function CheckField({
  label,
  isLabelHidden = false,
  help,
  checked,
  indeterminate = false,
  onChange,
}: Props) {
  const id = useUID();
  return (
    <Checkbox
      id={id}
      checked={checked}
      indeterminate={indeterminate}
      disabled={useFieldsDisabled()}
      {...(help === undefined ? {} : { helpText: help })}
      onChange={(event) => {
        onChange(event.currentTarget.checked);
      }}
    >
      {isLabelHidden ? <ScreenReaderOnly>{label}</ScreenReaderOnly> : label}
    </Checkbox>
  );
}
