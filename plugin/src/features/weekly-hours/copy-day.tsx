import { useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { WeekdaysField } from "../../ui/fields/weekdays-field";
import { useServices } from "../../services/services";

interface Props {
  /** 0 = Monday. */
  readonly weekday: number;
  /** The name of the weekday. */
  readonly day: string;
  /** Bit 0 = Monday. */
  readonly onCopy: (weekdays: number) => void;
  readonly onCancel: () => void;
}

const WORKDAYS = 0b0011111;

/** Chooses the weekdays that get a day's hours; for a working day, the other working days are chosen first. */
export function CopyDay({ weekday, day, onCopy, onCancel }: Props) {
  const { t } = useServices();
  const own = 1 << weekday;
  const [weekdays, setWeekdays] = useState(own & WORKDAYS ? WORKDAYS & ~own : 0);
  return (
    <Box
      padding="space50"
      borderRadius="borderRadius20"
      backgroundColor="colorBackground"
      display="flex"
      flexDirection="column"
      rowGap="space40"
    >
      <WeekdaysField
        legend={t("week.copy.to", { day })}
        weekdays={weekdays}
        onChange={(chosen) => {
          setWeekdays(chosen & ~own);
        }}
      />
      <Box display="flex" flexWrap="wrap" rowGap="space20" columnGap="space40">
        <Button
          variant="primary"
          size="small"
          disabled={weekdays === 0}
          onClick={() => {
            onCopy(weekdays);
          }}
        >
          {t("week.copy")}
        </Button>
        <Button variant="secondary" size="small" onClick={onCancel}>
          {t("week.copy.cancel")}
        </Button>
      </Box>
    </Box>
  );
}
