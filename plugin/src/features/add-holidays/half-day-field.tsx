import { useEffect, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Checkbox } from "@twilio-paste/core/checkbox";
import { Input } from "@twilio-paste/core/input";
import { Text } from "@twilio-paste/core/text";
import { useUID } from "@twilio-paste/core/uid-library";
import { timeOf } from "@schedule-manager/shared/editing/weekly-hours/weekly-rule";
import { DAY_MINUTES, parseTime } from "@schedule-manager/shared/time/civil";
import { useTranslate } from "../../services/services";

interface Props {
  /** The holiday's. */
  readonly name: string;
  /** The minute until which the day before is open; undefined: it has its ordinary hours. */
  readonly until: number | undefined;
  readonly onChange: (until: number | undefined) => void;
}

const NOON = DAY_MINUTES / 2;

/** Whether the day before a holiday closes early, and when. */
export function HalfDayField({ name, until, onChange }: Props) {
  const t = useTranslate();
  const id = useUID();
  const [typed, setTyped] = useState(timeOf(until ?? NOON));
  useEffect(() => {
    if (until !== undefined) setTyped(timeOf(until));
  }, [until]);
  return (
    <Box display="flex" alignItems="center" columnGap="space30" marginLeft="auto">
      <Checkbox
        id={id}
        aria-label={t("holidays.half.of", { name })}
        checked={until !== undefined}
        onChange={(event) => {
          onChange(event.currentTarget.checked ? NOON : undefined);
        }}
      >
        <Text as="span" fontWeight="fontWeightNormal">
          {t("holidays.half")}
        </Text>
      </Checkbox>
      {until !== undefined && (
        <Box width="7.5rem">
          <Input
            type="time"
            aria-label={t("holidays.half.until", { name })}
            value={typed}
            hasError={typed === ""}
            onBlur={() => {
              setTyped(timeOf(until));
            }}
            onChange={(event) => {
              const time = event.currentTarget.value;
              setTyped(time);
              const minute = parseTime(time);
              if (minute !== null) onChange(minute);
            }}
          />
        </Box>
      )}
    </Box>
  );
}
