import type { PointerEvent, ReactNode } from "react";
import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import { DAY_MINUTES } from "@schedule-manager/shared/time/civil";
import { formatDay } from "@schedule-manager/shared/i18n/format-date";
import { formatNumber } from "@schedule-manager/shared/i18n/format-number";
import type { PreviewDay } from "@schedule-manager/shared/editing/preview/week";
import { useServices } from "../../services/services";

interface Props {
  readonly day: PreviewDay;
  readonly isToday: boolean;
  /** The current minute of the day; null: another day. */
  readonly now: number | null;
  /** Begins a change of the weekly hours by mouse. */
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly children: ReactNode;
}

/** Lower on low screens, so that what decides a chosen block is in sight below. */
export const DAY_HEIGHT = "clamp(15rem, calc(100vh - 29.5rem), 24rem)";
/** Hours between grid lines. */
export const GRID_HOURS = 6;

const percent = (minutes: number): string => `${(minutes / DAY_MINUTES) * 100}%`;

/** One civil day from midnight to midnight. */
export function DayColumn({ day, isToday, now, onPointerDown, children }: Props) {
  const { t, locale } = useServices();
  const hours = formatNumber(locale, day.minutes / 60);
  const odd =
    day.minutes === 0
      ? t("preview.missingDay")
      : day.minutes < DAY_MINUTES
        ? t("preview.shorter", { hours })
        : day.minutes > DAY_MINUTES
          ? t("preview.longer", { hours })
          : null;
  return (
    <Box flex="1 1 0" minWidth="size0">
      <Box textAlign="center" paddingBottom="space20" title={odd ?? ""}>
        <Text
          as="div"
          fontSize="fontSize20"
          lineHeight="lineHeight10"
          color={isToday ? "colorTextPrimary" : "colorTextWeak"}
        >
          {formatDay(locale, day.day, { weekday: "short" })}
        </Text>
        <Text
          as="div"
          fontSize="fontSize20"
          lineHeight="lineHeight10"
          fontWeight={isToday ? "fontWeightBold" : "fontWeightSemibold"}
          color={isToday ? "colorTextPrimary" : "colorText"}
        >
          {formatDay(locale, day.day, { day: "numeric" })}
        </Text>
        <Text as="div" fontSize="fontSize10" lineHeight="lineHeight10" color="colorTextWarningStrong">
          {odd === null ? "\u00a0" : t("preview.hours", { hours })}
        </Text>
      </Box>
      <div
        data-column=""
        onPointerDown={onPointerDown}
        style={{ position: "relative", height: DAY_HEIGHT, userSelect: "none" }}
      >
        {children}
        {day.skipped.map(({ startMinute, endMinute }) => (
          <div
            key={startMinute}
            title={t("preview.skipped")}
            style={{
              position: "absolute",
              top: percent(startMinute),
              height: percent(endMinute - startMinute),
              left: 0,
              right: 1,
              background: "repeating-linear-gradient(135deg, #cacdd8 0 2px, transparent 2px 6px)",
            }}
          />
        ))}
        {now !== null && (
          <div
            style={{
              position: "absolute",
              pointerEvents: "none",
              top: percent(now),
              left: 0,
              right: 1,
              borderTop: "2px solid #d61f1f",
            }}
          />
        )}
      </div>
    </Box>
  );
}
