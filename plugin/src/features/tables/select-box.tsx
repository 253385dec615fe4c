import { Checkbox } from "@twilio-paste/core/checkbox";
import { ScreenReaderOnly } from "@twilio-paste/core/screen-reader-only";
import { useUID } from "@twilio-paste/core/uid-library";

interface Props {
  readonly label: string;
  readonly checked: boolean;
  /** Some of the rows are selected (the mixed state). */
  readonly some?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** The checkbox of a row or of all rows. */
export function SelectBox({ label, checked, some = false, onChange }: Props) {
  const id = useUID();
  return (
    <Checkbox
      id={id}
      checked={checked}
      indeterminate={some && !checked}
      onChange={(event) => {
        onChange(event.currentTarget.checked);
      }}
    >
      <ScreenReaderOnly>{label}</ScreenReaderOnly>
    </Checkbox>
  );
}
