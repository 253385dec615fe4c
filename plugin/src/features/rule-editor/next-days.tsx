import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import type { Rule } from "@schedule-manager/shared/model/model";
import { compileRule } from "@schedule-manager/shared/evaluator/compile-rule";
import { nextDays } from "@schedule-manager/shared/editing/rule-form/next-days";
import { formatDay } from "@schedule-manager/shared/i18n/format-date";
import { Section } from "../../ui/fields/section";
import { useServices } from "../../services/services";
import { describeRuleTimes } from "../../i18n/describe-rule-times";

const SHOWN = 5;

interface Props {
  readonly rule: Rule;
  readonly rulesById: ReadonlyMap<string, Rule>;
  /** Civil day number. */
  readonly today: number;
}

/** The next days on which the edited rule applies. */
export function NextDays({ rule, rulesById, today }: Props) {
  const { t, locale } = useServices();
  const refused = compileRule(rule, rulesById).problem !== null;
  const days = nextDays(rule, today, SHOWN, rulesById);
  const times = describeRuleTimes(rule, t, locale);
  return (
    <Section title={t("rule.next")}>
      {days.length === 0 ? (
        <Text as="p" color="colorTextWeak">
          {t(refused ? "rule.next.refused" : "rule.next.none")}
        </Text>
      ) : (
        <Box as="ol" margin="space0" padding="space0" listStyleType="none">
          {days.map((day) => (
            <Box
              as="li"
              key={day}
              display="flex"
              justifyContent="space-between"
              columnGap="space50"
              paddingY="space20"
              borderBottomStyle="solid"
              borderBottomWidth="borderWidth10"
              borderBottomColor="colorBorderWeaker"
            >
              <Text as="span">
                {formatDay(locale, day, {
                  weekday: "short",
                  day: "numeric",
                  month: "short",
                  year: "numeric",
                })}
                {day === today && ` · ${t("rule.next.today")}`}
              </Text>
              <Text as="span" color="colorTextWeak">
                {times}
              </Text>
            </Box>
          ))}
        </Box>
      )}
    </Section>
  );
}
