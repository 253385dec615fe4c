import { Box } from "@twilio-paste/core/box";
import { Heading } from "@twilio-paste/core/heading";
import { Text } from "@twilio-paste/core/text";
import { TextField } from "../../ui/fields/text-field";
import { useTranslate } from "../../services/services";
import type { ImportWarningLine } from "./describe-import-warning";

interface Props {
  readonly lines: readonly ImportWarningLine[];
  /** By rule id. */
  readonly starts: ReadonlyMap<string, string>;
  readonly onChange: (ruleId: string, date: string) => void;
}

/** Asks for the missing start dates of a file's rules. */
export function StartDates({ lines, starts, onChange }: Props) {
  const t = useTranslate();
  const missing = lines.flatMap(({ startOf, name }) =>
    startOf === undefined ? [] : [{ id: startOf, name }],
  );
  if (missing.length === 0) return null;
  return (
    <Box display="flex" flexDirection="column" rowGap="space40" maxWidth="size40">
      <Heading as="h3" variant="heading40" marginBottom="space0">
        {t("import.starts")}
      </Heading>
      <Text as="p" color="colorTextWeak">
        {t("import.starts.about")}
      </Text>
      {missing.map(({ id, name }) => (
        <TextField
          key={id}
          type="date"
          label={name}
          value={starts.get(id) ?? ""}
          onChange={(date) => {
            onChange(id, date);
          }}
        />
      ))}
    </Box>
  );
}
