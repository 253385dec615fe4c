import { useRef, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import { type TimeRange, tidyRanges } from "@schedule-manager/shared/editing/weekly-hours/hours";
import { DAY_MINUTES } from "@schedule-manager/shared/time/civil";
import { useFieldsDisabled } from "../../ui/fields/context";
import { useServices } from "../../services/services";
import { CopyDay } from "./copy-day";
import { TimeRangeFields } from "./time-range-fields";

interface Props {
  /** 0 = Monday. */
  readonly weekday: number;
  /** The name of the weekday. */
  readonly day: string;
  readonly ranges: readonly TimeRange[];
  readonly onChange: (ranges: readonly TimeRange[]) => void;
  /** Gives these hours to other weekdays. Bit 0 = Monday. */
  readonly onCopy: (weekdays: number) => void;
}

const FIRST: TimeRange = { start: 9 * 60, end: 17 * 60 };
/** Minutes. A further opening begins after a break of this length. */
const BREAK = 60;

/** The next opening of a day: after a break, until the end of the day at the latest; null: no room is left. */
function nextRange(ranges: readonly TimeRange[]): TimeRange | null {
  const last = ranges[ranges.length - 1];
  if (last === undefined) return FIRST;
  const start = last.end + BREAK;
  return start >= DAY_MINUTES ? null : { start, end: Math.min(start + 4 * 60, DAY_MINUTES) };
}

/** A weekday with its openings. */
export function DayRow({ weekday, day, ranges, onChange, onCopy }: Props) {
  const { t } = useServices();
  const disabled = useFieldsDisabled();
  const [added, setAdded] = useState<number | null>(null);
  const [isCopying, setCopying] = useState(false);
  const add = useRef<HTMLButtonElement | null>(null);
  const copy = useRef<HTMLButtonElement | null>(null);
  const next = nextRange(ranges);
  return (
    <Box
      as="li"
      paddingY="space40"
      borderBottomStyle="solid"
      borderBottomWidth="borderWidth10"
      borderBottomColor="colorBorderWeaker"
      display="flex"
      flexDirection="column"
      rowGap="space40"
    >
      <Box display="flex" flexWrap="wrap" columnGap="space50" rowGap="space30" alignItems="flex-start">
        <Box width="7rem" paddingTop="space30">
          <Text as="h3" fontWeight="fontWeightSemibold" fontSize="fontSize30" lineHeight="lineHeight30">
            {day}
          </Text>
        </Box>
        <Box flex="1 1 14rem" minWidth="size0" display="flex" flexDirection="column" rowGap="space30">
          {ranges.length === 0 && (
            <Box paddingTop="space30">
              <Text as="p" color="colorTextWeak">
                {t("week.closed")}
              </Text>
            </Box>
          )}
          {ranges.map((range, index) => (
            <TimeRangeFields
              key={index}
              day={day}
              range={range}
              autoFocus={added === index}
              onChange={(changed) => {
                setAdded(null);
                onChange(tidyRanges(ranges.map((one, at) => (at === index ? changed : one))));
              }}
              onRemove={() => {
                setAdded(null);
                onChange(ranges.filter((_, at) => at !== index));
                add.current?.focus();
              }}
            />
          ))}
        </Box>
        {!disabled && (
          <Box display="flex" columnGap="space50" paddingTop="space30">
            <Button
              ref={add}
              variant="link"
              disabled={next === null}
              aria-label={t("week.add.day", { day })}
              onClick={() => {
                if (next === null) return;
                setAdded(ranges.length);
                onChange([...ranges, next]);
              }}
            >
              {t("week.add")}
            </Button>
            <Button
              ref={copy}
              variant="link"
              aria-expanded={isCopying}
              aria-label={t("week.copy.day", { day })}
              onClick={() => {
                setCopying(!isCopying);
              }}
            >
              {t("week.copy")}
            </Button>
          </Box>
        )}
      </Box>
      {isCopying && !disabled && (
        <CopyDay
          weekday={weekday}
          day={day}
          onCopy={(weekdays) => {
            setCopying(false);
            onCopy(weekdays);
            copy.current?.focus();
          }}
          onCancel={() => {
            setCopying(false);
            copy.current?.focus();
          }}
        />
      )}
    </Box>
  );
}
