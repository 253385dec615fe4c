import { useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import { CloseIcon } from "@twilio-paste/icons/esm/CloseIcon";
import { parseDate } from "@schedule-manager/shared/time/civil";
import { formatDay } from "@schedule-manager/shared/i18n/format-date";
import { useServices } from "../../services/services";
import { EntriesField } from "./entries-field";

interface Props {
  readonly label: string;
  /** `YYYY-MM-DD` each. */
  readonly dates: readonly string[];
  readonly onChange: (dates: readonly string[]) => void;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
}

/** The number of dates shown first. */
const SHOWN = 12;

const DAY: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "short", year: "numeric" };

/** A list of dates with buttons to add and remove entries. */
export function DatesField({ dates, onChange, ...field }: Props) {
  const { t, locale } = useServices();
  const [all, setAll] = useState(false);
  const formatLong = (date: string): string => {
    const day = parseDate(date);
    return day === null ? date : formatDay(locale, day, DAY);
  };
  const shown = all ? dates : dates.slice(0, SHOWN);
  return (
    <EntriesField
      {...field}
      type="date"
      add={t("dates.add")}
      entries={dates}
      parse={(typed) => (parseDate(typed) === null ? null : typed)}
      onChange={(changed) => {
        onChange([...changed].sort());
      }}
    >
      {(remove) => (
        <Box
          as="ul"
          display="flex"
          flexWrap="wrap"
          columnGap="space30"
          rowGap="space30"
          margin="space0"
          padding="space0"
          marginBottom="space30"
          listStyleType="none"
        >
          {shown.map((date) => (
            <Box
              as="li"
              key={date}
              data-chip=""
              display="flex"
              alignItems="center"
              columnGap="space20"
              paddingLeft="space30"
              paddingRight="space20"
              paddingY="space10"
              borderRadius="borderRadiusPill"
              backgroundColor="colorBackground"
            >
              <Text as="span" fontSize="fontSize20" whiteSpace="nowrap">
                {formatLong(date)}
              </Text>
              {remove !== null && (
                <Button
                  variant="reset"
                  size="reset"
                  onClick={() => {
                    remove(date);
                  }}
                >
                  <CloseIcon
                    decorative={false}
                    size="sizeIcon10"
                    title={t("dates.remove", { date: formatLong(date) })}
                  />
                </Button>
              )}
            </Box>
          ))}
          {dates.length > shown.length && (
            <Box as="li">
              <Button
                variant="link"
                onClick={() => {
                  setAll(true);
                }}
              >
                {t("dates.more", { count: dates.length - shown.length })}
              </Button>
            </Box>
          )}
        </Box>
      )}
    </EntriesField>
  );
}
