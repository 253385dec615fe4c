import { Input } from "@twilio-paste/core/input";
import { Field, type FieldProps } from "./field";

interface Props extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** `date`: `YYYY-MM-DD`. `time`: `HH:mm`. */
  readonly type?: "text" | "date" | "time";
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
}

/** A line of text, or the browser's date or time input. */
export function TextField({
  value,
  onChange,
  type = "text",
  maxLength,
  autoFocus,
  placeholder,
  ...field
}: Props) {
  return (
    <Field {...field}>
      {(attributes) => (
        <Input
          {...attributes}
          type={type}
          value={value}
          {...(maxLength === undefined ? {} : { maxLength })}
          {...(placeholder === undefined ? {} : { placeholder })}
          // Set on pages that open for typing, such as a new item's.
          autoFocus={autoFocus === true}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      )}
    </Field>
  );
}
