import { useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { PlusIcon } from "@twilio-paste/icons/esm/PlusIcon";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { useTranslate } from "../../services/services";
import { useFieldsDisabled } from "../../ui/fields/context";
import { HolidaysDialog } from "./holidays-dialog";

interface Props {
  readonly schedule: Schedule;
  /** The current civil day in the schedule's zone. */
  readonly today: number;
}

/** The button and dialog that add a country's holidays to schedules. */
export function AddHolidays({ schedule, today }: Props) {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);
  if (useFieldsDisabled()) return null;
  return (
    <Box>
      <Button
        variant="secondary"
        size="small"
        onClick={() => {
          setOpen(true);
        }}
      >
        <PlusIcon decorative />
        {t("holidays.add")}
      </Button>
      {isOpen && (
        <HolidaysDialog
          schedule={schedule}
          today={today}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </Box>
  );
}
