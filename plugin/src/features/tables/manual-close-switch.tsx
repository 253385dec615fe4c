import { useState } from "react";
import { useSelector } from "react-redux";
import { ScreenReaderOnly } from "@twilio-paste/core/screen-reader-only";
import { Switch } from "@twilio-paste/core/switch";
import { Text } from "@twilio-paste/core/text";
import { currentManualClose, type ManualClose } from "@schedule-manager/shared/evaluator/manual-close";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import type { LiveSchedule } from "../../catalogue/live-items";
import { selectMayToggle } from "../../publishing/selectors";
import { useSelectors, useServices } from "../../services/services";
import { CloseDialog } from "../../ui/manual-close/close-dialog";
import { formatEnd } from "../../ui/manual-close/format-end";
import { useManualClose } from "../../ui/manual-close/use-manual-close";
import { useIsSending } from "../../ui/use-is-sending";
import { CellDetail, CellLines } from "./table-cell";

interface Props {
  readonly item: LiveSchedule;
  /** ms since the epoch */
  readonly now: number;
}

interface AskingProps {
  readonly schedule: Schedule;
  readonly onClose: (close: ManualClose) => void;
  readonly onDismiss: () => void;
}

/** Apart from the switch, which would render in each row whenever any rule changes. */
function Asking({ schedule, onClose, onDismiss }: AskingProps) {
  const rulesById = useSelector(useSelectors().selectRulesById);
  return (
    <CloseDialog
      schedules={[schedule]}
      rulesById={rulesById}
      onClose={(closes) => {
        onClose(closes.get(schedule.id) ?? {});
      }}
      onDismiss={onDismiss}
    />
  );
}

/** Closes a schedule through the dialog, or reopens it, with an immediate publish and an undo. */
export function ManualCloseSwitch({ item, now }: Props) {
  const { t, locale } = useServices();
  const mayToggle = useSelector(selectMayToggle);
  const sending = useIsSending(itemRef("schedule", item.id));
  const { change } = useManualClose();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [isAsking, setAsking] = useState(false);
  const { value } = item;
  if (value === null) return null;
  const current = currentManualClose(value, now);
  const shown = sending && wanted !== null ? wanted : current !== null;

  const publish = async (close: ManualClose | null): Promise<void> => {
    setAsking(false);
    setWanted(close !== null);
    await change([{ item, close }]);
    setWanted(null);
  };

  // Sent from elsewhere, as by a bulk action or with drafts: the row does not know what it becomes.
  const busy =
    wanted === null
      ? "publishing.busy"
      : (`schedules.manualClose.${wanted ? "closing" : "reopening"}` as const);
  const state = sending ? t(busy) : t(shown ? "schedules.manualClose.on" : "schedules.manualClose.off");
  return (
    <CellLines>
      {!mayToggle && <Text as="span">{state}</Text>}
      {mayToggle && (
        <Switch
          checked={shown}
          disabled={sending}
          onChange={() => {
            if (current === null) setAsking(true);
            else void publish(null);
          }}
          aria-label={t("schedules.manualClose.of", { name: value.name })}
        >
          <span aria-hidden="true">{state}</span>
          {sending && <ScreenReaderOnly role="status">{state}</ScreenReaderOnly>}
        </Switch>
      )}
      {current?.until !== undefined && (
        <CellDetail>
          {t("close.until", { when: formatEnd(locale, value.timeZone, current.until) })}
        </CellDetail>
      )}
      {current?.note !== undefined && <CellDetail>{current.note}</CellDetail>}
      {isAsking && (
        <Asking
          schedule={value}
          onClose={(close) => void publish(close)}
          onDismiss={() => {
            setAsking(false);
          }}
        />
      )}
    </CellLines>
  );
}
