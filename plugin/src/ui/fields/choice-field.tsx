import type { ReactNode } from "react";
import { Radio, RadioGroup } from "@twilio-paste/core/radio-group";
import { ScreenReaderOnly } from "@twilio-paste/core/screen-reader-only";
import { useUID } from "@twilio-paste/core/uid-library";
import { useFieldsDisabled } from "./context";

interface Props<T extends string> {
  readonly legend: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: ReactNode }[];
  readonly onChange: (value: T) => void;
  /** Hides the legend where a heading already shows it. */
  readonly hideLegend?: boolean;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly orientation?: "horizontal" | "vertical";
}

/** Radio buttons for one of a few options. */
export function ChoiceField<T extends string>({
  legend,
  value,
  options,
  onChange,
  hideLegend,
  help,
  error,
  orientation = "horizontal",
}: Props<T>) {
  const name = useUID();
  const disabled = useFieldsDisabled();
  return (
    <RadioGroup
      legend={hideLegend === true ? <ScreenReaderOnly>{legend}</ScreenReaderOnly> : legend}
      name={name}
      value={value}
      orientation={orientation}
      disabled={disabled}
      {...(help === undefined ? {} : { helpText: help })}
      {...(error === undefined ? {} : { errorText: error })}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
    >
      {options.map((option) => (
        <Radio key={option.value} id={`${name}-${option.value}`} value={option.value}>
          {option.text ?? ""}
        </Radio>
      ))}
    </RadioGroup>
  );
}
