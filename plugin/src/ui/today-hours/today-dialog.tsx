import { useMemo, useState } from "react";
import { useSelector, useStore } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import {
  type ClosingMove,
  offeredClosing,
  type ReadClosing,
  readClosing,
} from "@schedule-manager/shared/editing/today-hours/closing-time";
import {
  type MovedClosing,
  moveClosing,
  openingsUntil,
} from "@schedule-manager/shared/editing/today-hours/move-closing";
import {
  closingOf,
  type TodayHours,
  todayHours,
} from "@schedule-manager/shared/editing/today-hours/today-hours";
import type { TimeRange } from "@schedule-manager/shared/editing/weekly-hours/hours";
import { timeOf } from "@schedule-manager/shared/editing/weekly-hours/weekly-rule";
import { currentManualClose } from "@schedule-manager/shared/evaluator/manual-close";
import { formatMinute, formatTimes } from "@schedule-manager/shared/i18n/format-date";
import { formatList } from "@schedule-manager/shared/i18n/format-list";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { DAY_MINUTES } from "@schedule-manager/shared/time/civil";
import { correctedNow } from "../../catalogue/clock";
import { pluginState } from "../../catalogue/root";
import { specialRuleName } from "../../i18n/special-rule-name";
import { useSelectors, useServices } from "../../services/services";
import type { RootState } from "../../store/root";
import { FormDialog } from "../fields/form-dialog";
import { TextField } from "../fields/text-field";
import { useMinute } from "../use-minute";

interface Props {
  readonly schedule: Schedule;
  readonly move: ClosingMove;
  /** @param closing the new end of today's hours, as shown */
  readonly onMove: (moved: MovedClosing, closing: string) => void;
  readonly onDismiss: () => void;
}

/** Asks when a schedule closes today. Enter publishes. */
export function TodayDialog({ schedule, move, onMove, onDismiss }: Props) {
  const { t, locale, localNow, finalKey } = useServices();
  const { selectRulesById, selectSchedules } = useSelectors();
  const rulesById = useSelector(selectRulesById);
  const schedules = useSelector(selectSchedules);
  const store = useStore<RootState>();
  const shownAt = useMinute();
  const shown = useMemo(() => todayHours(schedule, rulesById, shownAt), [schedule, rulesById, shownAt]);
  const [typed, setTyped] = useState(() =>
    shown === null ? "" : timeOf(offeredClosing(shown, move) % DAY_MINUTES),
  );
  const [wasPressed, setPressed] = useState(false);

  const read = (today: TodayHours): ReadClosing => readClosing(today, move, typed);
  const textOf = (openings: readonly TimeRange[]): string =>
    openings.length === 0
      ? t("week.closed")
      : formatList(
          locale,
          openings.map(({ start, end }) => formatTimes(locale, start, end)),
        );
  const problemOf = (today: TodayHours): string | undefined => {
    const { type } = read(today);
    if (type === "closing") return undefined;
    const time = formatMinute(locale, (closingOf(today) ?? today.minute) % DAY_MINUTES);
    return t(`today.problem.${type}`, { time });
  };
  const submit = (): void => {
    setPressed(true);
    const now = correctedNow(pluginState(store.getState()).clock, localNow());
    const today = todayHours(schedule, rulesById, now);
    const closing = today === null ? null : read(today);
    if (today === null || closing?.type !== "closing") return;
    const { minute } = closing;
    const naming = { spans: [{ from: today.day, to: today.day }], name: "", isOnly: false };
    const moved = moveClosing({
      schedule,
      rulesById,
      schedules,
      now,
      today,
      closing: minute,
      nameOf: (range) => specialRuleName(naming, range, locale, t),
      newId: finalKey,
    });
    onMove(moved, formatMinute(locale, minute % DAY_MINUTES));
  };
  if (shown === null) return null;
  const closing = read(shown);
  return (
    <FormDialog
      title={t(`today.${move}.title`, { name: schedule.name })}
      confirm={t("today.confirm")}
      onConfirm={submit}
      onDismiss={onDismiss}
    >
      <Box display="flex" flexDirection="column" rowGap="space50">
        <Text as="p">{t("today.hours", { hours: textOf(shown.openings) })}</Text>
        <Box maxWidth="size20">
          <TextField
            type="time"
            label={t("today.closing")}
            help={t("close.end.zone", { zone: schedule.timeZone.replaceAll("_", " ") })}
            value={typed}
            error={wasPressed ? problemOf(shown) : undefined}
            onChange={(time) => {
              setPressed(false);
              setTyped(time);
            }}
          />
        </Box>
        <Box role="status">
          {closing.type === "closing" && (
            <Text as="p" fontWeight="fontWeightSemibold">
              {t("today.becomes", { hours: textOf(openingsUntil(shown, closing.minute)) })}
            </Text>
          )}
          <Text as="p" color="colorTextWeak">
            {t(currentManualClose(schedule, shownAt) !== null ? "today.manual" : "today.about")}
          </Text>
        </Box>
      </Box>
    </FormDialog>
  );
}
