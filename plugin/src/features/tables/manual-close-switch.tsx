import { useState } from "react";
import { useSelector } from "react-redux";
import { Switch } from "@twilio-paste/core/switch";
import { ScreenReaderOnly } from "@twilio-paste/core/screen-reader-only";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { useServices, useSelectors } from "../../services/services";
import type { LiveSchedule } from "../../catalogue/live-items";
import { selectMayToggle } from "../../publishing/selectors";
import { manualCloseChange } from "../../catalogue/stored";
import { describePublishFailure } from "../../ui/describe-publish-failure";

interface Props {
  readonly item: LiveSchedule;
}

/** Closes or reopens a schedule with an immediate publish, without a draft. */
export function ManualCloseSwitch({ item }: Props) {
  const { selectSending } = useSelectors();
  const { t, publish, notify } = useServices();
  const mayToggle = useSelector(selectMayToggle);
  const sending = useSelector(selectSending).has(itemRef("schedule", item.id));
  const [wanted, setWanted] = useState<boolean | null>(null);
  const { value } = item;
  if (value === null) return null;
  const shown = sending && wanted !== null ? wanted : value.manualClose;

  const toggle = async (): Promise<void> => {
    const change = manualCloseChange(item, !value.manualClose);
    if (change === null) return;
    setWanted(!value.manualClose);
    const outcome = await publish([change]);
    setWanted(null);
    if (outcome.ok) return;
    const key = value.manualClose ? "schedules.reopened.failed" : "schedules.closed.failed";
    notify("error", t(key, { name: value.name, why: describePublishFailure(t, outcome.code) }));
  };

  // Sent from elsewhere, as by a bulk action or with drafts: the row does not know what it becomes.
  const busy =
    wanted === null
      ? "publishing.busy"
      : (`schedules.manualClose.${wanted ? "closing" : "reopening"}` as const);
  const state = sending ? t(busy) : t(shown ? "schedules.manualClose.on" : "schedules.manualClose.off");
  return (
    <Switch
      checked={shown}
      disabled={sending || !mayToggle}
      onChange={() => void toggle()}
      aria-label={t("schedules.manualClose.of", { name: value.name })}
    >
      <span aria-hidden="true">{state}</span>
      {sending && <ScreenReaderOnly role="status">{state}</ScreenReaderOnly>}
    </Switch>
  );
}
