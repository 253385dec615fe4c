import { type ReactNode, useMemo } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import { CloseIcon } from "@twilio-paste/icons/esm/CloseIcon";
import type { Rule } from "@schedule-manager/shared/model/model";
import { useServices } from "../../services/services";
import { Combobox } from "./combobox";
import { useFieldsDisabled } from "./context";

interface Props {
  readonly label: string;
  /** Ids of the chosen rules. */
  readonly ids: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  /** All rules, with drafts. */
  readonly rulesById: ReadonlyMap<string, Rule>;
  /** The rules that can be chosen. */
  readonly choices: readonly Rule[];
  /** Shown beside a rule's name in the list. */
  readonly detailOf?: (id: string) => ReactNode;
  readonly error?: string | undefined;
}

/** Chooses rules by name. */
export function RulesField({ label, ids, onChange, rulesById, choices, detailOf, error }: Props) {
  const { t, locale } = useServices();
  const disabled = useFieldsDisabled();
  const nameOf = (id: string): string => {
    const rule = rulesById.get(id);
    return rule === undefined ? id : rule.name || t("schedule.rule.unnamed");
  };
  const options = useMemo(() => {
    const collator = new Intl.Collator(locale, { numeric: true });
    return choices
      .filter(({ id }) => !ids.includes(id))
      .map(({ id, name }) => ({ value: id, text: name || t("schedule.rule.unnamed") }))
      .sort((a, b) => collator.compare(a.text, b.text));
  }, [choices, ids, locale, t]);
  return (
    <Box>
      <Combobox
        label={label}
        placeholder={t("schedule.rules.add.placeholder")}
        value=""
        clears
        exhausted={t("rules.field.none")}
        options={options}
        error={error}
        {...(detailOf === undefined ? {} : { detailOf: ({ value }) => detailOf(value) })}
        onChange={(id) => {
          onChange([...ids, id]);
        }}
      />
      <Box
        as="ul"
        aria-label={label}
        margin="space0"
        marginTop="space20"
        padding="space0"
        listStyleType="none"
      >
        {ids.map((id) => (
          <Box
            as="li"
            key={id}
            display="flex"
            alignItems="center"
            justifyContent="space-between"
            paddingY="space10"
          >
            <Text as="span" overflowWrap="anywhere">
              {nameOf(id)}
            </Text>
            {!disabled && (
              <Button
                variant="secondary_icon"
                size="icon_small"
                onClick={() => {
                  onChange(ids.filter((other) => other !== id));
                }}
              >
                <CloseIcon decorative={false} title={t("list.remove", { item: nameOf(id) })} />
              </Button>
            )}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
