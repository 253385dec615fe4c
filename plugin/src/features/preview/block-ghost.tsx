import { Box } from "@twilio-paste/core/box";
import { DAY_MINUTES, mod, weekday } from "@schedule-manager/shared/time/civil";
import type { HoursBlock } from "@schedule-manager/shared/editing/weekly-hours/blocks";
import { formatTimes } from "@schedule-manager/shared/i18n/format-date";
import { useServices } from "../../services/services";

const percent = (minutes: number): string => `${(minutes / DAY_MINUTES) * 100}%`;

/** The part of a pending block on a day. */
export function BlockGhost({ block, day }: { readonly block: HoursBlock; readonly day: number }) {
  const { locale } = useServices();
  const { start, end } = block.range;
  const parts = [
    { on: block.weekday, from: start, to: Math.min(end, DAY_MINUTES) },
    { on: mod(block.weekday + 1, 7), from: 0, to: end - DAY_MINUTES },
  ];
  return (
    <>
      {parts
        .filter(({ on, from, to }) => on === weekday(day) && from < to)
        .map(({ from, to }) => (
          <div
            key={from}
            aria-hidden="true"
            style={{
              position: "absolute",
              top: percent(from),
              height: percent(to - from),
              left: 0,
              right: 1,
              pointerEvents: "none",
              zIndex: 11,
            }}
          >
            <Box
              height="100%"
              padding="space10"
              boxSizing="border-box"
              borderStyle="dashed"
              borderWidth="borderWidth20"
              borderColor="colorBorderPrimary"
              borderRadius="borderRadius10"
              backgroundColor="colorBackgroundPrimaryWeakest"
              color="colorTextPrimary"
              fontSize="fontSize10"
              lineHeight="lineHeight10"
              fontWeight="fontWeightSemibold"
            >
              {formatTimes(locale, start, end)}
            </Box>
          </div>
        ))}
    </>
  );
}
