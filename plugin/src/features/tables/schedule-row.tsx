import { memo } from "react";
import { Badge } from "@twilio-paste/core/badge";
import { DetailText } from "@twilio-paste/core/detail-text";
import { Td, Th, Tr } from "@twilio-paste/core/table";
import { Text } from "@twilio-paste/core/text";
import { joinList } from "@schedule-manager/shared/words/format";
import { useServices } from "../../services";
import { ManualCloseSwitch } from "./manual-close-switch";
import type { ScheduleRow as Row } from "./schedule-rows";
import { StatusCell } from "./status-cell";
import { ZoneCell } from "./zone-cell";

/** So many rules are named; the rest is counted. */
const NAMED = 3;

function RuleNames({ names }: { readonly names: readonly string[] }) {
  const { say, locale } = useServices();
  if (names.length === 0) return <DetailText marginTop="space0">{say("schedules.noRules")}</DetailText>;
  const rest = names.length - NAMED;
  return (
    <span title={names.join("\n")}>
      {rest > 0
        ? say("schedules.moreRules", { names: names.slice(0, NAMED).join(", "), count: rest })
        : joinList(locale, names)}
    </span>
  );
}

interface Props {
  readonly row: Row;
  /** ms since the epoch */
  readonly now: number;
}

function ScheduleRowView({ row, now }: Props) {
  const { say } = useServices();
  const { item, name, ruleNames, status } = row;
  const { value } = item;
  if (value === null || status === null) {
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
        <StatusCell status={status} timeZone={value.timeZone} now={now} />
      </Td>
      <Td>
        <RuleNames names={ruleNames} />
      </Td>
      <Td>
        <ZoneCell timeZone={value.timeZone} now={now} />
      </Td>
      <Td>
        <ManualCloseSwitch item={item} />
      </Td>
    </Tr>
  );
}

export const ScheduleRow = memo(ScheduleRowView);
