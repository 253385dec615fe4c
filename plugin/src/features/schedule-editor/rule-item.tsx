import { type DragEvent, type KeyboardEvent, memo } from "react";
import { Badge } from "@twilio-paste/core/badge";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import { ArrowDownIcon } from "@twilio-paste/icons/esm/ArrowDownIcon";
import { ArrowUpIcon } from "@twilio-paste/icons/esm/ArrowUpIcon";
import { CloseIcon } from "@twilio-paste/icons/esm/CloseIcon";
import { DragIcon } from "@twilio-paste/icons/esm/DragIcon";
import type { Finding } from "@schedule-manager/shared/model/finding";
import { describeRule } from "@schedule-manager/shared/i18n/describe-rule";
import { describeStatus } from "@schedule-manager/shared/i18n/describe-status";
import { formatNumber } from "@schedule-manager/shared/i18n/format-number";
import type { Rule } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { formatNames } from "../../i18n/format-names";
import { useFieldsDisabled } from "../../ui/fields/context";
import { useServices } from "../../services/services";
import { RuleFindings } from "./rule-findings";

/** The number of schedules named; the rest is counted. */
const SHARED_NAMES = 2;

export type MoveWay = "up" | "down";

interface Props {
  readonly id: string;
  /** null: the rule does not exist. */
  readonly rule: Rule | null;
  readonly rulesById: ReadonlyMap<string, Rule>;
  readonly index: number;
  readonly count: number;
  /** The rule's findings in this schedule. */
  readonly findings: readonly Finding[];
  readonly today: number;
  /** Names of the other schedules that use the rule. */
  readonly sharedWith: readonly string[];
  readonly dragged: boolean;
  /** Where the dragged item would be inserted. */
  readonly drop: "before" | "after" | null;
  readonly onMove: (index: number, way: MoveWay, by: "button" | "handle") => void;
  readonly onRemove: (index: number) => void;
  readonly onEdit: (id: string) => void;
  /** Gives this schedule its own copy of the rule. */
  readonly onOwn: (id: string) => void;
  readonly onDrag: (index: number, event: DragEvent, what: "start" | "over" | "drop" | "end") => void;
}

/** A rule in a schedule's list, memoised so that typing in another field does not render it. */
export const RuleItem = memo(function RuleItem(props: Props) {
  const {
    id,
    rule,
    rulesById,
    index,
    count,
    findings,
    today,
    sharedWith,
    dragged,
    drop,
    onMove,
    onRemove,
    onEdit,
    onOwn,
    onDrag,
  } = props;
  const { t, locale } = useServices();
  const disabled = useFieldsDisabled();
  const name = rule === null ? id : rule.name || t("schedule.rule.unnamed");
  const onHandleKey = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    onMove(index, event.key === "ArrowUp" ? "up" : "down", "handle");
  };
  const line = { borderColor: "colorBorderPrimary", borderWidth: "borderWidth20" } as const;
  return (
    <Box
      as="li"
      data-rule={id}
      display="flex"
      flexWrap="wrap"
      alignItems="flex-start"
      columnGap="space30"
      rowGap="space20"
      paddingY="space30"
      borderBottomStyle="solid"
      borderBottomWidth={drop === "after" ? line.borderWidth : "borderWidth10"}
      borderBottomColor={drop === "after" ? line.borderColor : "colorBorderWeaker"}
      borderTopStyle={drop === "before" ? "solid" : "none"}
      borderTopWidth={line.borderWidth}
      borderTopColor={line.borderColor}
      opacity={dragged ? 0.5 : 1}
      onDragOver={(event: DragEvent) => {
        onDrag(index, event, "over");
      }}
      onDrop={(event: DragEvent) => {
        onDrag(index, event, "drop");
      }}
    >
      {!disabled && (
        <Box
          as="button"
          type="button"
          draggable
          data-move="handle"
          aria-label={t("schedule.rule.drag", { name })}
          onKeyDown={onHandleKey}
          onDragStart={(event: DragEvent) => {
            onDrag(index, event, "start");
          }}
          onDragEnd={(event: DragEvent) => {
            onDrag(index, event, "end");
          }}
          cursor="grab"
          padding="space20"
          borderStyle="none"
          borderRadius="borderRadius20"
          backgroundColor="colorBackgroundBody"
          color="colorTextIcon"
          _hover={{ backgroundColor: "colorBackground" }}
          _focusVisible={{ outline: "none", boxShadow: "shadowFocus" }}
        >
          <DragIcon decorative size="sizeIcon20" />
        </Box>
      )}
      <Box minWidth="sizeIcon20" paddingTop="space20" textAlign="right">
        <Text as="span" color="colorTextWeak">
          {formatNumber(locale, index + 1)}
        </Text>
      </Box>
      <Box flex="1 1 11rem" minWidth="size0" paddingTop="space20">
        <Box display="flex" flexWrap="wrap" alignItems="center" columnGap="space30" rowGap="space10">
          {rule === null ? (
            <>
              <Text as="span" overflowWrap="anywhere">
                {name}
              </Text>
              <Badge as="span" variant="error" size="small">
                {t("schedule.rule.missing")}
              </Badge>
            </>
          ) : (
            <>
              <Button
                variant="link"
                data-opens={itemRef("rule", id)}
                onClick={() => {
                  onEdit(id);
                }}
                aria-label={t("schedule.rule.edit", { name })}
              >
                {name}
              </Button>
              <Badge as="span" variant={rule.isOpen ? "success" : "neutral"} size="small">
                {describeStatus({ isOpen: rule.isOpen, closedReason: rule.closedReason || "closed" }, locale)}
              </Badge>
              {rule.exception && (
                <Badge as="span" variant="decorative20" size="small">
                  {t(rule.exception === "day" ? "rules.exception.day" : "rules.exception")}
                </Badge>
              )}
            </>
          )}
        </Box>
        {rule !== null && (
          <Text
            as="div"
            color="colorTextWeak"
            fontSize="fontSize20"
            lineHeight="lineHeight20"
            marginTop="space10"
          >
            {describeRule(rule, locale, { today, rulesById })}
          </Text>
        )}
        {rule !== null && sharedWith.length > 0 && (
          <Box
            display="flex"
            flexWrap="wrap"
            columnGap="space30"
            fontSize="fontSize20"
            lineHeight="lineHeight20"
          >
            <Text as="span" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
              {t("schedule.rule.shared", { names: formatNames(locale, sharedWith, t, SHARED_NAMES) })}
            </Text>
            {!disabled && (
              <Button
                variant="link"
                aria-label={t("schedule.rule.own.of", { name })}
                onClick={() => {
                  onOwn(id);
                }}
              >
                {t("schedule.rule.own")}
              </Button>
            )}
          </Box>
        )}
        <RuleFindings findings={findings} />
      </Box>
      {!disabled && (
        <Box display="flex" columnGap="space10" marginLeft="auto">
          <Button
            variant="secondary_icon"
            size="icon_small"
            data-move="up"
            disabled={index === 0}
            onClick={() => {
              onMove(index, "up", "button");
            }}
          >
            <ArrowUpIcon decorative={false} title={t("schedule.rule.up", { name })} />
          </Button>
          <Button
            variant="secondary_icon"
            size="icon_small"
            data-move="down"
            disabled={index === count - 1}
            onClick={() => {
              onMove(index, "down", "button");
            }}
          >
            <ArrowDownIcon decorative={false} title={t("schedule.rule.down", { name })} />
          </Button>
          <Button
            variant="secondary_icon"
            size="icon_small"
            onClick={() => {
              onRemove(index);
            }}
          >
            <CloseIcon decorative={false} title={t("schedule.rule.remove", { name })} />
          </Button>
        </Box>
      )}
    </Box>
  );
});
