import { Checkbox } from "@twilio-paste/core/checkbox";
import { useUID } from "@twilio-paste/core/uid-library";
import { useFieldsDisabled } from "./context";

interface Props {
  readonly label: string;
  readonly help?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function CheckField({ label, help, checked, onChange }: Props) {
  const id = useUID();
  return (
    <Checkbox
      id={id}
      checked={checked}
      disabled={useFieldsDisabled()}
      {...(help === undefined ? {} : { helpText: help })}
      onChange={(event) => {
        onChange(event.currentTarget.checked);
      }}
    >
      {label}
    </Checkbox>
  );
}
