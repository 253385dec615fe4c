import { type ReactNode, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Input } from "@twilio-paste/core/input";
import { Label } from "@twilio-paste/core/label";
import { useUID } from "@twilio-paste/core/uid-library";
import { useTranslate } from "../../services/services";
import { useFieldsDisabled } from "./context";
import { FieldHelp } from "./field-help";

interface Props {
  readonly label: string;
  readonly type: "text" | "date";
  readonly maxLength?: number;
  /** The label of the add button. */
  readonly add: string;
  readonly entries: readonly string[];
  /** Parses the input; null: not an entry yet. */
  readonly parse: (typed: string) => string | null;
  readonly onChange: (entries: readonly string[]) => void;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** Renders the entries with remove buttons; `remove` is null when the list is read-only. */
  readonly children: (remove: ((entry: string) => void) | null) => ReactNode;
}

/** A list of unique entries with an input that adds one. */
export function EntriesField({
  label,
  type,
  maxLength,
  add,
  entries,
  parse,
  onChange,
  help,
  error,
  required = false,
  children,
}: Props) {
  const t = useTranslate();
  const id = useUID();
  const disabled = useFieldsDisabled();
  const [typed, setTyped] = useState("");
  const entry = parse(typed);
  const addTyped = (): void => {
    if (entry === null) return;
    onChange([...new Set([...entries, entry])]);
    setTyped("");
  };
  const remove = (gone: string): void => {
    onChange(entries.filter((other) => other !== gone));
  };
  const helpId = `${id}-help`;
  return (
    <Box role="group" aria-labelledby={`${id}-label`}>
      <Label
        htmlFor={id}
        id={`${id}-label`}
        required={required}
        i18nRequiredLabel={t("field.required")}
        disabled={disabled}
      >
        {label}
      </Label>
      {entries.length > 0 && children(disabled ? null : remove)}
      {!disabled && (
        <Box display="flex" columnGap="space30">
          <Input
            id={id}
            type={type}
            maxLength={maxLength}
            value={typed}
            hasError={error !== undefined}
            aria-describedby={(error ?? help) === undefined ? undefined : helpId}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
            }}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              addTyped();
            }}
          />
          {/* Chinese may break between any two characters, so a shrunk button would be a column of them. */}
          <Box flexShrink={0}>
            <Button variant="secondary" disabled={entry === null} onClick={addTyped}>
              {add}
            </Button>
          </Box>
        </Box>
      )}
      <FieldHelp id={helpId} help={help} error={error} />
    </Box>
  );
}
