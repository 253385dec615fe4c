import { memo } from "react";
import { Badge } from "@twilio-paste/core/badge";
import { Box } from "@twilio-paste/core/box";
import { DetailText } from "@twilio-paste/core/detail-text";
import { Td, Th, Tr } from "@twilio-paste/core/table";
import { Text } from "@twilio-paste/core/text";
import { type Rule, REASON_CLOSED } from "@schedule-manager/shared/model";
import { useServices } from "../../services";
import { ruleDays, ruleTimes } from "../../words/rule";
import type { RuleRow as Row } from "./rule-rows";

function RuleType({ rule }: { readonly rule: Rule }) {
  const { say } = useServices();
  const reason = rule.closedReason ?? "";
  return (
    <Box display="flex" flexWrap="wrap" columnGap="space20" rowGap="space20">
      <Badge as="span" variant={rule.isOpen ? "success" : "neutral"}>
        {rule.isOpen
          ? say("rules.open")
          : reason === "" || reason === REASON_CLOSED
            ? say("rules.closed")
            : say("rules.closedFor", { reason })}
      </Badge>
      {rule.exception === true && (
        <Badge as="span" variant="decorative20">
          {say("rules.exception")}
        </Badge>
      )}
    </Box>
  );
}

interface Props {
  readonly row: Row;
}

function RuleRowView({ row }: Props) {
  const { say, locale } = useServices();
  const { item, name, usedBy } = row;
  const { value } = item;
  if (value === null) {
    return (
      <Tr>
        <Th scope="row">{name}</Th>
        <Td colSpan={4}>
          <Badge as="span" variant="error">
            {say("schedules.unreadable")}
          </Badge>
          <DetailText marginTop="space0">
            {say("schedules.unreadable.why", { problem: item.problem ?? "" })}
          </DetailText>
        </Td>
      </Tr>
    );
  }
  return (
    <Tr>
      <Th scope="row">
        <Text as="span" fontWeight="fontWeightSemibold">
          {name}
        </Text>
      </Th>
      <Td>
        <RuleType rule={value} />
      </Td>
      <Td>{ruleTimes(value, say, locale)}</Td>
      <Td>{ruleDays(value, locale)}</Td>
      <Td>
        {usedBy.length === 0 ? (
          <Text as="span" color="colorTextWeak">
            {say("rules.usedBy.none")}
          </Text>
        ) : (
          <span title={usedBy.join("\n")}>{say("rules.usedBy.count", { count: usedBy.length })}</span>
        )}
      </Td>
    </Tr>
  );
}

export const RuleRow = memo(RuleRowView);
