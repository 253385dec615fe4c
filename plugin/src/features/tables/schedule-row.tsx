import { memo } from "react";
import { Badge } from "@twilio-paste/core/badge";
import { DetailText } from "@twilio-paste/core/detail-text";
import { Td, Tr } from "@twilio-paste/core/table";
import { formatNames } from "../../i18n/format-names";
import { useServices } from "../../services/services";
import { ManualCloseSwitch } from "./manual-close-switch";
import { NameCell } from "./name-cell";
import { RowMenu } from "./row-menu";
import type { ScheduleRow as Row } from "./schedule-rows";
import { SelectBox } from "./select-cell";
import { StatusCell } from "./status-cell";
import { ZoneCell } from "./zone-cell";

/** The number of rules listed; the rest is counted. */
const NAMED = 3;

function RuleNames({ names }: { readonly names: readonly string[] }) {
  const { t, locale } = useServices();
  if (names.length === 0) return <DetailText marginTop="space0">{t("schedules.noRules")}</DetailText>;
  return <span title={names.join("\n")}>{formatNames(locale, names, t, NAMED)}</span>;
}

interface Props {
  readonly row: Row;
  /** ms since the epoch */
  readonly now: number;
  readonly isSelected: boolean;
  /** null: rows cannot be selected. */
  readonly onSelect: ((id: string, isSelected: boolean) => void) | null;
  /** Whether the person may change the hours, so that rows have a menu. */
  readonly mayEdit: boolean;
}

/** The columns after the name, without the menu's. */
const COLUMNS = 4;

function ScheduleRowView({ row, now, isSelected, onSelect, mayEdit }: Props) {
  const { t } = useServices();
  const { id, item, draft, name, ruleNames, status, findings } = row;
  const columns = mayEdit ? COLUMNS + 1 : COLUMNS;
  const head = (
    <>
      {onSelect !== null && (
        <Td>
          {item?.value && (
            <SelectBox
              label={t("bulk.select", { name })}
              checked={isSelected}
              onChange={(to) => {
                onSelect(id, to);
              }}
            />
          )}
        </Td>
      )}
      <NameCell kind="schedule" id={id} name={name} draft={draft} findings={findings} />
    </>
  );
  if (item === undefined) {
    return (
      <Tr>
        {head}
        <Td colSpan={columns}>
          <DetailText marginTop="space0">{t("table.unpublished")}</DetailText>
        </Td>
      </Tr>
    );
  }
  const { value } = item;
  if (value === null || status === null) {
    return (
      <Tr>
        {head}
        <Td colSpan={columns}>
          <Badge as="span" variant="error">
            {t("schedules.unreadable")}
          </Badge>
          <DetailText marginTop="space0">
            <span title={item.problem}>{t("schedules.unreadable.why")}</span>
          </DetailText>
        </Td>
      </Tr>
    );
  }
  return (
    <Tr>
      {head}
      <Td>
        <StatusCell status={status} schedule={value} now={now} />
      </Td>
      <Td>
        <RuleNames names={ruleNames} />
      </Td>
      <Td>
        <ZoneCell timeZone={value.timeZone} now={now} />
      </Td>
      <Td>
        <ManualCloseSwitch item={item} now={now} />
      </Td>
      {mayEdit && (
        <Td>
          <RowMenu item={item} />
        </Td>
      )}
    </Tr>
  );
}

export const ScheduleRow = memo(ScheduleRowView);
