import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import { formatMinute } from "@schedule-manager/shared/i18n/format-date";
import { useServices } from "../../services/services";
import { DAY_HEIGHT, GRID_HOURS } from "./day-column";

const HOURS = Array.from({ length: 24 / GRID_HOURS + 1 }, (_, index) => index * GRID_HOURS);

/** The hours beside the days of a week. */
export function HourAxis() {
  const { locale } = useServices();
  return (
    <Box aria-hidden="true" flexShrink={0} paddingRight="space20">
      <Box paddingBottom="space20" visibility="hidden">
        <Text as="div" fontSize="fontSize20" lineHeight="lineHeight10">
          0
        </Text>
        <Text as="div" fontSize="fontSize20" lineHeight="lineHeight10">
          0
        </Text>
        <Text as="div" fontSize="fontSize10" lineHeight="lineHeight10">
          0
        </Text>
      </Box>
      <div style={{ position: "relative", height: DAY_HEIGHT, minWidth: 40 }}>
        {HOURS.map((hour) => (
          <div
            key={hour}
            style={{
              position: "absolute",
              right: 0,
              top: `calc(${(hour / 24) * 100}% - 7px)`,
              whiteSpace: "nowrap",
            }}
          >
            <Text as="span" fontSize="fontSize10" lineHeight="lineHeight10" color="colorTextWeak">
              {formatMinute(locale, hour * 60)}
            </Text>
          </div>
        ))}
      </div>
    </Box>
  );
}
