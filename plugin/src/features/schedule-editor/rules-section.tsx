import { memo, useMemo } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import { PlusIcon } from "@twilio-paste/icons/esm/PlusIcon";
import type { Finding } from "@schedule-manager/shared/model/finding";
import type { Rule } from "@schedule-manager/shared/model/model";
import { describeRule } from "@schedule-manager/shared/i18n/describe-rule";
import { Combobox } from "../../ui/fields/combobox";
import { useFieldsDisabled } from "../../ui/fields/context";
import { Section } from "../../ui/fields/section";
import { useServices } from "../../services/services";
import { RuleList } from "./rule-list";
import type { SharedWith } from "./use-shared-with";

interface Props {
  readonly ids: readonly string[];
  /** All rules, with drafts. */
  readonly rules: ReadonlyMap<string, Rule>;
  readonly onChange: (ids: readonly string[]) => void;
  readonly onEdit: (id: string) => void;
  readonly onCreate: () => void;
  readonly sharedWith: SharedWith;
  readonly onOwn: (id: string) => string | null;
  readonly findings: readonly Finding[];
  readonly today: number;
}

const MAX_DETAIL = 46;
const short = (text: string): string =>
  text.length > MAX_DETAIL ? `${text.slice(0, MAX_DETAIL - 1)}…` : text;

/** A schedule's rules: their order, and adding existing or new rules. */
export const RulesSection = memo(function RulesSection({
  ids,
  rules,
  onChange,
  onEdit,
  onCreate,
  sharedWith,
  onOwn,
  findings,
  today,
}: Props) {
  const { t, locale } = useServices();
  const disabled = useFieldsDisabled();
  const options = useMemo(() => {
    const collator = new Intl.Collator(locale, { numeric: true });
    return [...rules.values()]
      .filter(({ id }) => !ids.includes(id))
      .map(({ id, name }) => ({ value: id, text: name === "" ? t("schedule.rule.unnamed") : name }))
      .sort((a, b) => collator.compare(a.text, b.text));
  }, [rules, ids, locale, t]);
  return (
    <Section
      title={t("schedule.rules")}
      aside={
        !disabled && (
          <Button variant="secondary" size="small" onClick={onCreate}>
            <PlusIcon decorative />
            {t("schedule.rules.create")}
          </Button>
        )
      }
    >
      <Text as="p" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
        {t("schedule.rules.about")}
      </Text>
      <Box>
        <RuleList
          ids={ids}
          rules={rules}
          onChange={onChange}
          onEdit={onEdit}
          sharedWith={sharedWith}
          onOwn={onOwn}
          findings={findings}
          today={today}
        />
      </Box>
      {!disabled && (
        <Combobox
          label={t("schedule.rules.add")}
          placeholder={t("schedule.rules.add.placeholder")}
          value=""
          clears
          exhausted={t(rules.size === 0 ? "schedule.rules.add.none" : "schedule.rules.add.all")}
          options={options}
          detailOf={({ value }) => {
            const rule = rules.get(value);
            return rule === undefined ? "" : short(describeRule(rule, locale, { today, rulesById: rules }));
          }}
          onChange={(id) => {
            onChange([...ids, id]);
          }}
        />
      )}
    </Section>
  );
});
