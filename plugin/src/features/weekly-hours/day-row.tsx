import { useRef, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import { nextRange, type TimeRange, tidyRanges } from "@schedule-manager/shared/editing/weekly-hours/hours";
import { formatMinute } from "@schedule-manager/shared/i18n/format-date";
import { useFieldsDisabled } from "../../ui/fields/context";
import { TimeRangeFields } from "../../ui/fields/time-range-fields";
import { useServices } from "../../services/services";
import { CopyDay } from "./copy-day";

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

/** A weekday with its openings. */
export function DayRow({ weekday, day, ranges, onChange, onCopy }: Props) {
  const { t, locale } = useServices();
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
      <Box display="flex" flexWrap="wrap" columnGap="space40" rowGap="space30" alignItems="flex-start">
        <Box width="6.5rem" paddingTop="space30">
          <Text as="h3" fontWeight="fontWeightSemibold" fontSize="fontSize30" lineHeight="lineHeight30">
            {day}
          </Text>
        </Box>
        {/* Room for both times in one line; where there is less, the actions move below them. */}
        <Box flex="1 1 19rem" minWidth="size0" display="flex" flexDirection="column" rowGap="space30">
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
              labels={{
                from: t("week.from", { day }),
                to: t("week.to", { day }),
                remove: t("week.remove", {
                  day,
                  from: formatMinute(locale, range.start),
                  to: formatMinute(locale, range.end),
                }),
              }}
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
          <Box
            display="flex"
            flexWrap="wrap"
            columnGap="space40"
            rowGap="space20"
            paddingTop="space30"
            marginLeft="auto"
          >
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
