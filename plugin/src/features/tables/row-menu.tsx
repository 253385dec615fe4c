import { useRef, useState } from "react";
import { useSelector } from "react-redux";
import { Menu, MenuButton, MenuItem, useMenuState } from "@twilio-paste/core/menu";
import { MoreIcon } from "@twilio-paste/icons/esm/MoreIcon";
import { type ClosingMove, hasHoursLeft } from "@schedule-manager/shared/editing/today-hours/closing-time";
import { todayHours } from "@schedule-manager/shared/editing/today-hours/today-hours";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import type { LiveSchedule } from "../../catalogue/live-items";
import { useSelectors, useServices } from "../../services/services";
import { TodayDialog } from "../../ui/today-hours/today-dialog";
import { useTodayHours } from "../../ui/today-hours/use-today-hours";
import { useIsSending } from "../../ui/use-is-sending";
import { useMinute } from "../../ui/use-minute";

/** The menu of a schedule's row: other hours for today. */
export function RowMenu({ item }: { readonly item: LiveSchedule }) {
  const { t } = useServices();
  const isSending = useIsSending(itemRef("schedule", item.id));
  const menu = useMenuState({ placement: "bottom-end" });
  const button = useRef<HTMLButtonElement>(null);
  const { move } = useTodayHours();
  const [asking, setAsking] = useState<ClosingMove | null>(null);
  const wasOpened = useRef(false);
  wasOpened.current ||= menu.visible;
  const { value } = item;
  if (value === null) return null;
  const ask = (to: ClosingMove): void => {
    menu.hide();
    // A dialog returns the focus to what had it, and the item is hidden by then.
    button.current?.focus();
    setAsking(to);
  };
  return (
    <>
      <MenuButton {...menu} ref={button} variant="secondary_icon" size="icon_small" disabled={isSending}>
        <MoreIcon decorative={false} title={t("schedules.actions.of", { name: value.name })} />
      </MenuButton>
      {/* Paste positions a closed menu too, which costs a tenth of each row. */}
      {wasOpened.current && (
        <Menu
          {...menu}
          data-schedule-manager="menu"
          aria-label={t("schedules.actions.of", { name: value.name })}
        >
          {menu.visible && (
            <>
              <MenuItem
                {...menu}
                onClick={() => {
                  ask("later");
                }}
              >
                {t("today.later")}
              </MenuItem>
              <EarlierItem
                schedule={value}
                menu={menu}
                onChoose={() => {
                  ask("earlier");
                }}
              />
            </>
          )}
        </Menu>
      )}
      {asking !== null && (
        <TodayDialog
          schedule={value}
          move={asking}
          onMove={(moved, closing) => {
            setAsking(null);
            void move(item, moved, closing);
          }}
          onDismiss={() => {
            setAsking(null);
          }}
        />
      )}
    </>
  );
}

interface ItemProps {
  readonly schedule: Schedule;
  readonly menu: ReturnType<typeof useMenuState>;
  readonly onChoose: () => void;
}

/** Disabled when no hours are left today. */
function EarlierItem({ schedule, menu, onChoose }: ItemProps) {
  const { t } = useServices();
  const rulesById = useSelector(useSelectors().selectRulesById);
  const today = todayHours(schedule, rulesById, useMinute());
  return (
    <MenuItem {...menu} disabled={today === null || !hasHoursLeft(today)} onClick={onChoose}>
      {t("today.earlier")}
    </MenuItem>
  );
}
