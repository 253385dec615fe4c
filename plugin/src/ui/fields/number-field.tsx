import { Box } from "@twilio-paste/core/box";
import { Input } from "@twilio-paste/core/input";
import { Text } from "@twilio-paste/core/text";
import { Field, type FieldProps } from "./field";

interface Props extends FieldProps {
  /** Digits, as typed. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The unit, shown after the number. */
  readonly unit?: string;
}

/** A small whole number. */
export function NumberField({ value, onChange, unit, ...field }: Props) {
  return (
    <Field {...field}>
      {(attributes) => (
        <Box display="flex" alignItems="center" columnGap="space30">
          <Box width="size10">
            <Input
              {...attributes}
              type="text"
              inputMode="numeric"
              maxLength={4}
              value={value}
              onChange={(event) => {
                onChange(event.currentTarget.value.replace(/\D/g, ""));
              }}
            />
          </Box>
          {unit !== undefined && <Text as="span">{unit}</Text>}
        </Box>
      )}
    </Field>
  );
}
