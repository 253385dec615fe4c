import { memo } from "react";
import { Badge } from "@twilio-paste/core/badge";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import type { SpecialDays } from "@schedule-manager/shared/editing/special-days/list-special-days";
import { describeStatus } from "@schedule-manager/shared/i18n/describe-status";
import { formatDay, formatRange } from "@schedule-manager/shared/i18n/format-date";
import { REASON_CLOSED } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { DAY_MS } from "@schedule-manager/shared/time/civil";
import { describeRuleTimes } from "../../i18n/describe-rule-times";
import { useServices } from "../../services/services";

interface Props {
  readonly days: SpecialDays;
  readonly onOpen: (ruleId: string) => void;
}

const DAY: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "short", year: "numeric" };

/** A special rule with the days on which it applies next, and what it does on them. */
export const SpecialDayRow = memo(function SpecialDayRow({ days: { rule, from, to }, onOpen }: Props) {
  const { t, locale } = useServices();
  const date =
    to === null
      ? t("special.onward", { date: formatDay(locale, from, DAY) })
      : from === to
        ? formatDay(locale, from, DAY)
        : formatRange(locale, "UTC", from * DAY_MS, to * DAY_MS, DAY);
  return (
    <Box
      as="li"
      display="flex"
      flexWrap="wrap"
      columnGap="space50"
      rowGap="space10"
      alignItems="baseline"
      paddingY="space30"
      borderBottomStyle="solid"
      borderBottomWidth="borderWidth10"
      borderBottomColor="colorBorderWeaker"
    >
      <Box flex="0 0 9.5rem">
        <Text as="span" fontSize="fontSize30">
          {date}
        </Text>
      </Box>
      <Box
        flex="1 1 14rem"
        minWidth="size0"
        display="flex"
        flexWrap="wrap"
        alignItems="baseline"
        columnGap="space30"
        rowGap="space10"
      >
        <Button
          variant="link"
          data-opens={itemRef("rule", rule.id)}
          onClick={() => {
            onOpen(rule.id);
          }}
        >
          {rule.name || t("schedule.rule.unnamed")}
        </Button>
        <Badge as="span" variant={rule.isOpen ? "success" : "neutral"} size="small">
          {describeStatus({ isOpen: rule.isOpen, closedReason: rule.closedReason || REASON_CLOSED }, locale)}
        </Badge>
        <Text as="span" color="colorTextWeak" fontSize="fontSize20">
          {describeRuleTimes(rule, t, locale)}
        </Text>
      </Box>
    </Box>
  );
});
