import type { ReactElement } from "react";
import { Box } from "@twilio-paste/core/box";
import { formatList } from "@schedule-manager/shared/i18n/format-list";
import { ChoiceField } from "../../ui/fields/choice-field";
import { useServices } from "../../services/services";

export type Midnight = "unknown" | "midnight" | "2359";

interface Props {
  /** Names of the rules that end at 23:59. */
  readonly names: readonly string[];
  readonly value: Midnight;
  readonly onChange: (value: Midnight) => void;
}

/** Asks once, for all rules of a file, whether an end of 23:59 means midnight. */
export function MidnightQuestion({ names, value, onChange }: Props): ReactElement {
  const { t, locale } = useServices();
  return (
    <Box maxWidth="size60">
      <ChoiceField<Midnight>
        legend={t("import.midnight")}
        help={t("import.midnight.about", { rules: formatList(locale, names) })}
        value={value}
        options={[
          { value: "midnight", text: t("import.midnight.yes") },
          { value: "2359", text: t("import.midnight.no") },
        ]}
        onChange={onChange}
      />
    </Box>
  );
}
