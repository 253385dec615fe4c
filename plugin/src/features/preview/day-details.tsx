import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import type { DaySummary } from "@schedule-manager/shared/editing/preview/day-summary";
import type { PreviewDay } from "@schedule-manager/shared/editing/preview/week";
import { formatTimes } from "@schedule-manager/shared/i18n/format-date";
import { describeStatus } from "@schedule-manager/shared/i18n/describe-status";
import { useServices } from "../../services/services";
import type { DayMarks } from "./day-marks";
import { describeDay } from "./describe-day";
import { RuleLinks, type RuleLinksProps } from "./rule-links";
import { describeWhy } from "./segment-style";

interface Props extends RuleLinksProps {
  readonly summary: DaySummary;
  readonly day: PreviewDay;
  readonly marks: DayMarks | undefined;
}

/** A day's blocks with what decides each, and the ways to the rules. */
export function DayDetails({ summary, day, marks, ...links }: Props) {
  const { t, locale } = useServices();
  const { ruleName } = links;
  const before = marks?.before(summary.day) ?? null;
  const rules = [...new Set(day.segments.flatMap(({ ruleId }) => ruleId ?? []))];
  return (
    <Box display="flex" flexDirection="column" rowGap="space20">
      <Text as="p" fontSize="fontSize20" lineHeight="lineHeight20" fontWeight="fontWeightSemibold">
        {describeDay(summary, ruleName, marks, t, locale)}
      </Text>
      {before !== null && (
        <Text as="p" fontSize="fontSize20" lineHeight="lineHeight20">
          {t("calendar.before", { what: describeDay(before, ruleName, undefined, t, locale) })}
        </Text>
      )}
      {day.minutes === 0 && (
        <Text as="p" fontSize="fontSize20" lineHeight="lineHeight20">
          {t("preview.missingDay")}
        </Text>
      )}
      <Box as="ul" margin="space0" padding="space0" listStyleType="none">
        {day.segments.map((segment) => (
          <Box as="li" key={segment.from} display="flex" columnGap="space40">
            <Box flexShrink={0} minWidth="9.5rem">
              <Text as="span" fontSize="fontSize20" lineHeight="lineHeight20">
                {formatTimes(locale, segment.startMinute, segment.endMinute)}
              </Text>
            </Box>
            <Text as="span" fontSize="fontSize20" lineHeight="lineHeight20" color="colorTextWeak">
              {`${describeStatus(segment, locale)} · ${describeWhy(segment, ruleName, t)}`}
            </Text>
          </Box>
        ))}
      </Box>
      <RuleLinks ids={rules} {...links} />
    </Box>
  );
}
