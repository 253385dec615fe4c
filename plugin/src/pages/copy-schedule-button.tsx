import { useState } from "react";
import { useDispatch } from "react-redux";
import { Button } from "@twilio-paste/core/button";
import type { RulesOfCopy } from "@schedule-manager/shared/editing/copies/copy-schedules";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { opened } from "../navigation/navigation";
import { useTranslate } from "../services/services";
import { CopyDialog } from "../ui/copy-schedules/copy-dialog";
import { useCopySchedules } from "../ui/copy-schedules/use-copy-schedules";

/** Copies a schedule and opens the copy; asks first what becomes of the rules, where there are any. */
export function CopyScheduleButton({ schedule }: { readonly schedule: Schedule }) {
  const t = useTranslate();
  const dispatch = useDispatch();
  const copySchedules = useCopySchedules();
  const [isAsking, setAsking] = useState(false);
  const copy = (rules: RulesOfCopy): void => {
    setAsking(false);
    const [id] = copySchedules([schedule], rules);
    if (id !== undefined) dispatch(opened({ kind: "schedule", id }));
  };
  return (
    <>
      <Button
        variant="secondary"
        onClick={() => {
          if (schedule.rules.length === 0) copy("shared");
          else setAsking(true);
        }}
      >
        {t("page.copy")}
      </Button>
      {isAsking && (
        <CopyDialog
          schedules={[schedule]}
          onCopy={copy}
          onDismiss={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
}
