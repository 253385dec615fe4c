import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import { weekday } from "@schedule-manager/shared/time/civil";
import { suggestedBlock } from "@schedule-manager/shared/editing/weekly-hours/blocks";
import type { PreviewSegment } from "@schedule-manager/shared/editing/preview/week";
import { formatTimes, formatWeekday } from "@schedule-manager/shared/i18n/format-date";
import { useServices } from "../../services/services";
import { describeSegment } from "./describe-segment";
import { RuleLinks, type RuleLinksProps } from "./rule-links";
import { isFree } from "./segment-style";
import type { BlockEditing } from "./use-block-editing";

interface Props extends RuleLinksProps {
  /** Civil day number. */
  readonly day: number;
  readonly segment: PreviewSegment;
  readonly editing: BlockEditing | null;
}

/** What decides a block, and what can be done with it. */
export function BlockDetails({ day, segment, editing, ...links }: Props) {
  const { t, locale } = useServices();
  const { ruleId, startMinute, endMinute } = segment;
  const block = editing?.blockOf(day, segment) ?? null;
  const suggestion =
    editing !== null && isFree(segment) ? suggestedBlock(weekday(day), startMinute, endMinute) : null;
  const whyFixed =
    editing === null || ruleId === null || block !== null
      ? null
      : t(editing.editable.shared.includes(ruleId) ? "calendar.hours.shared" : "calendar.hours.fixed");
  return (
    <Box display="flex" flexDirection="column" rowGap="space20" alignItems="flex-start">
      <Text as="p" fontSize="fontSize20" lineHeight="lineHeight20">
        {describeSegment(segment, day, links.ruleName, t, locale).all}
      </Text>
      {block !== null && (
        <Text as="p" fontSize="fontSize20" lineHeight="lineHeight20" color="colorTextWeak">
          {t("calendar.hours.block", {
            day: formatWeekday(locale, block.weekday),
            times: formatTimes(locale, block.range.start, block.range.end),
          })}
        </Text>
      )}
      {whyFixed !== null && (
        <Text as="p" fontSize="fontSize20" lineHeight="lineHeight20" color="colorTextWeak">
          {whyFixed}
        </Text>
      )}
      <RuleLinks ids={ruleId === null ? [] : [ruleId]} {...links} />
      {suggestion !== null && (
        <Button
          variant="secondary"
          size="small"
          onClick={() => {
            editing?.keep(null, suggestion);
          }}
        >
          {t("calendar.hours.add", {
            times: formatTimes(locale, suggestion.range.start, suggestion.range.end),
            day: formatWeekday(locale, suggestion.weekday),
          })}
        </Button>
      )}
    </Box>
  );
}
