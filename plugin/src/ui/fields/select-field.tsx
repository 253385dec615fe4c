import { Option, Select } from "@twilio-paste/core/select";
import { Field, type FieldProps } from "./field";

interface Props<T extends string> extends FieldProps {
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly onChange: (value: T) => void;
}

/** Chooses one of a few options. */
export function SelectField<T extends string>({ value, options, onChange, ...field }: Props<T>) {
  return (
    <Field {...field}>
      {(attributes) => (
        <Select
          {...attributes}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <Option key={option.value} value={option.value}>
              {option.text}
            </Option>
          ))}
        </Select>
      )}
    </Field>
  );
}
