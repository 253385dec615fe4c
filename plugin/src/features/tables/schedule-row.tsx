import { memo } from "react";
import { Badge } from "@twilio-paste/core/badge";
import { Tr } from "@twilio-paste/core/table";
import { formatNames } from "../../i18n/format-names";
import { itemTitle } from "../../i18n/item-title";
import { useServices } from "../../services/services";
import { ManualCloseSwitch } from "./manual-close-switch";
import { NameCell } from "./name-cell";
import { RowMenu } from "./row-menu";
import type { ScheduleRow as Row } from "./schedule-rows";
import { SelectRow } from "./select-row";
import { StatusCell } from "./status-cell";
import { Cell, CellDetail, CellLines, ControlCell } from "./table-cell";
import { ZoneCell } from "./zone-cell";

/** The number of rules listed; the rest is counted. */
const NAMED = 3;

// Cells are memoised, because many statuses change at once, and little else.
const RulesCell = memo(function RulesCell({ names }: { readonly names: readonly string[] }) {
  const { t, locale } = useServices();
  return (
    <Cell label={t("schedules.rules")}>
      {names.length === 0 ? (
        <CellDetail>{t("schedules.noRules")}</CellDetail>
      ) : (
        <span title={names.join("\n")}>{formatNames(locale, names, t, NAMED)}</span>
      )}
    </Cell>
  );
});

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
  const { id, item, draft, name, group, isReadable, ruleNames, status, findings } = row;
  const columns = mayEdit ? COLUMNS + 1 : COLUMNS;
  const title = itemTitle(t, "schedule", name, draft?.base?.value.name);
  const head = (
    <>
      {onSelect !== null && (
        <SelectRow
          id={id}
          name={title}
          isSelectable={isReadable}
          isSelected={isSelected}
          onSelect={onSelect}
        />
      )}
      <NameCell kind="schedule" id={id} title={title} group={group} draft={draft} findings={findings} />
    </>
  );
  if (item === undefined) {
    return (
      <Tr role="row">
        {head}
        <Cell colSpan={columns}>
          <CellDetail>{t("table.unpublished")}</CellDetail>
        </Cell>
      </Tr>
    );
  }
  const { value } = item;
  if (value === null || status === null) {
    return (
      <Tr role="row">
        {head}
        <Cell colSpan={columns}>
          <CellLines>
            <Badge as="span" variant="error">
              {t("schedules.unreadable")}
            </Badge>
            <span title={item.problem}>
              <CellDetail>{t("schedules.unreadable.why")}</CellDetail>
            </span>
          </CellLines>
        </Cell>
      </Tr>
    );
  }
  return (
    <Tr role="row">
      {head}
      <Cell label={t("schedules.status")}>
        <StatusCell status={status} schedule={value} now={now} />
      </Cell>
      <RulesCell names={ruleNames} />
      <ZoneCell timeZone={value.timeZone} now={now} />
      <ControlCell label={t("schedules.manualClose")}>
        <ManualCloseSwitch item={item} now={now} />
      </ControlCell>
      {mayEdit && (
        <ControlCell corner="menu">
          <RowMenu item={item} />
        </ControlCell>
      )}
    </Tr>
  );
}

export const ScheduleRow = memo(ScheduleRowView);
