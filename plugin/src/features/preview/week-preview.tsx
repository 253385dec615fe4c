import { memo, useMemo, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import { ChevronLeftIcon } from "@twilio-paste/icons/esm/ChevronLeftIcon";
import { ChevronRightIcon } from "@twilio-paste/icons/esm/ChevronRightIcon";
import { MINUTE_MS } from "@schedule-manager/shared/time/civil";
import type { CompiledSchedule } from "@schedule-manager/shared/evaluator/compile";
import { previewDays } from "@schedule-manager/shared/editing/preview/week";
import { formatDay } from "@schedule-manager/shared/i18n/format-date";
import { useServices } from "../../services/services";
import { Legend } from "./legend";
import { describeSegment } from "./describe-segment";
import { type GridPosition, WeekGrid } from "./week-grid";
import { weekStart } from "../../i18n/week-start";

interface Props {
  readonly schedule: CompiledSchedule;
  /** The schedule without its manual close, to show until `now`; null: it is not closed manually. */
  readonly byRules: CompiledSchedule | null;
  /** ms since the epoch. */
  readonly now: number;
  readonly ruleName: (id: string) => string;
  /** The current civil day and minute of day in the schedule's zone. */
  readonly today: number;
  readonly minute: number;
  readonly onEditRule?: ((id: string) => void) | undefined;
}

const DATE = { day: "numeric", month: "short" } as const;

/** A week as open and closed blocks, each with the rule that decides it. */
export const WeekPreview = memo(function WeekPreview({
  schedule,
  byRules,
  now,
  ruleName,
  today,
  minute,
  onEditRule,
}: Props) {
  const { t, locale, firstWeekday } = useServices();
  const thisWeek = weekStart(today, firstWeekday);
  const [away, setAway] = useState(0);
  const [chosen, setChosen] = useState<GridPosition | null>(null);
  const first = thisWeek + away * 7;
  const until = byRules === null ? null : Math.floor(now / MINUTE_MS) * MINUTE_MS;
  const days = useMemo(
    () =>
      previewDays(
        schedule,
        first,
        7,
        byRules === null || until === null ? null : { schedule: byRules, until },
      ),
    [schedule, byRules, first, until],
  );
  const label = t("preview.week", {
    from: formatDay(locale, first, DATE),
    to: formatDay(locale, first + 6, DATE),
  });
  const turn = (by: number): void => {
    setAway(by === 0 ? 0 : away + by);
    setChosen(null);
  };
  const segment = chosen === null ? undefined : days[chosen.day]?.segments[chosen.segment];
  const description =
    segment === undefined || chosen === null
      ? null
      : describeSegment(segment, first + chosen.day, ruleName, t, locale);
  const editable = segment?.ruleId ?? null;
  return (
    <Box>
      <Box display="flex" alignItems="center" justifyContent="space-between" marginBottom="space30">
        <Text as="div" fontWeight="fontWeightSemibold" aria-live="polite">
          {label}
        </Text>
        <Box display="flex" columnGap="space20">
          <Button
            variant="secondary"
            size="small"
            disabled={away === 0}
            onClick={() => {
              turn(0);
            }}
          >
            {t("preview.today")}
          </Button>
          <Button
            variant="secondary_icon"
            size="icon_small"
            onClick={() => {
              turn(-1);
            }}
          >
            <ChevronLeftIcon decorative={false} title={t("preview.previous")} />
          </Button>
          <Button
            variant="secondary_icon"
            size="icon_small"
            onClick={() => {
              turn(1);
            }}
          >
            <ChevronRightIcon decorative={false} title={t("preview.next")} />
          </Button>
        </Box>
      </Box>
      <WeekGrid
        days={days}
        label={label}
        ruleName={ruleName}
        today={today}
        minute={minute}
        chosen={chosen}
        onChoose={setChosen}
      />
      <Legend />
      <Box role="status" marginTop="space30" minHeight="sizeIcon60">
        {description === null ? (
          <Text as="p" color="colorTextWeak" fontSize="fontSize20">
            {t("preview.choose")}
          </Text>
        ) : (
          <Box display="flex" alignItems="center" justifyContent="space-between" columnGap="space40">
            <Text as="p" fontSize="fontSize20" lineHeight="lineHeight20">
              {description.all}
            </Text>
            {editable !== null && onEditRule !== undefined && (
              <Button
                variant="link"
                onClick={() => {
                  onEditRule(editable);
                }}
              >
                {t("preview.edit", { rule: ruleName(editable) })}
              </Button>
            )}
          </Box>
        )}
      </Box>
    </Box>
  );
});
