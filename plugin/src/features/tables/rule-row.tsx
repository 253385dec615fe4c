import { memo } from "react";
import { itemTitle } from "../../i18n/item-title";
import { useSelector } from "react-redux";
import { Badge } from "@twilio-paste/core/badge";
import { Box } from "@twilio-paste/core/box";
import { Tr } from "@twilio-paste/core/table";
import { Text } from "@twilio-paste/core/text";
import { type Rule, REASON_CLOSED } from "@schedule-manager/shared/model/model";
import { describeStatus } from "@schedule-manager/shared/i18n/describe-status";
import { formatList } from "@schedule-manager/shared/i18n/format-list";
import type { RootState } from "../../store/root";
import { useServices, useSelectors } from "../../services/services";
import { describeRuleDays, describeRuleTimes } from "../../i18n/describe-rule-times";
import { NameCell } from "./name-cell";
import { type RuleRow as Row, shownRule } from "./rule-rows";
import { SelectRow } from "./select-row";
import { Cell, CellDetail, CellLines, useCompactRows } from "./table-cell";

const NO_RULES: ReadonlyMap<string, Rule> = new Map();

function RuleType({ rule }: { readonly rule: Rule }) {
  const { t, locale } = useServices();
  const isCompact = useCompactRows();
  return (
    <Box display="flex" flexWrap={isCompact ? "nowrap" : "wrap"} columnGap="space20" rowGap="space20">
      <Badge as="span" variant={rule.isOpen ? "success" : "neutral"}>
        {describeStatus({ isOpen: rule.isOpen, closedReason: rule.closedReason || REASON_CLOSED }, locale)}
      </Badge>
      {rule.exception && (
        <Badge as="span" variant="decorative20">
          {t(rule.exception === "day" ? "rules.exception.day" : "rules.exception")}
        </Badge>
      )}
    </Box>
  );
}

interface Props {
  readonly row: Row;
  readonly isSelected: boolean;
  /** null: rows cannot be selected. */
  readonly onSelect: ((id: string, isSelected: boolean) => void) | null;
}

function RuleRowView({ row, isSelected, onSelect }: Props) {
  const { selectEditedRulesById } = useSelectors();
  const { t, locale } = useServices();
  const { id, item, draft, name, usedBy, referredBy, findings } = row;
  const value = shownRule(row);
  // Selected only for rows that name other rules, so that the rest does not render when a rule changes.
  const rulesById = useSelector((root: RootState) =>
    value?.relativeTo ? selectEditedRulesById(root) : NO_RULES,
  );
  const title = itemTitle(t, "rule", name, draft?.base?.value.name);
  const head = (
    <>
      {onSelect !== null && (
        <SelectRow
          id={id}
          name={title}
          isSelectable={value !== null}
          isSelected={isSelected}
          onSelect={onSelect}
        />
      )}
      <NameCell kind="rule" id={id} title={title} draft={draft} findings={findings} />
    </>
  );
  if (value === null) {
    return (
      <Tr role="row">
        {head}
        <Cell colSpan={4}>
          <CellLines>
            <Badge as="span" variant="error">
              {t("schedules.unreadable")}
            </Badge>
            <span title={item?.problem}>
              <CellDetail>{t("schedules.unreadable.why")}</CellDetail>
            </span>
          </CellLines>
        </Cell>
      </Tr>
    );
  }
  const rule = { id, ...value };
  return (
    <Tr role="row">
      {head}
      <Cell label={t("rules.type")}>
        <RuleType rule={rule} />
      </Cell>
      <Cell label={t("rules.time")}>{describeRuleTimes(rule, t, locale)}</Cell>
      <Cell label={t("rules.dates")}>{describeRuleDays(rule, locale, rulesById)}</Cell>
      <Cell label={t("rules.usedBy")}>
        {usedBy.length + referredBy.length === 0 ? (
          <Text as="span" color="colorTextWeak">
            {t("rules.usedBy.none")}
          </Text>
        ) : (
          <span title={[...usedBy, ...referredBy].join("\n")}>
            {formatList(
              locale,
              [
                usedBy.length > 0 && t("rules.usedBy.count", { count: usedBy.length }),
                referredBy.length > 0 && t("rules.usedBy.rules", { count: referredBy.length }),
              ].filter((words): words is string => words !== false),
            )}
          </span>
        )}
      </Cell>
    </Tr>
  );
}

export const RuleRow = memo(RuleRowView);
