import { useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { HelpText } from "@twilio-paste/core/help-text";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { formatInstant } from "@schedule-manager/shared/i18n/format-date";
import { zoneOf } from "@schedule-manager/shared/time/zone";
import { CheckField } from "../../ui/fields/check-field";
import { Columns } from "../../ui/fields/columns";
import { Section } from "../../ui/fields/section";
import { TextField } from "../../ui/fields/text-field";
import { useServices } from "../../services/services";
import { instantOfCivilMinute, civilMinuteOf } from "./close-until";

interface Props {
  readonly schedule: Schedule;
  readonly onChange: (schedule: Schedule) => void;
  /** ms since the epoch. */
  readonly now: number;
  readonly error?: string | undefined;
}

const MOMENT = {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "numeric",
  minute: "2-digit",
} as const;

/** The manual close: until reopened, or until a time in the schedule's zone. */
export function ManualCloseFields({ schedule, onChange, now, error }: Props) {
  const { t, locale } = useServices();
  const { manualClose, manualCloseUntil = "", timeZone } = schedule;
  const label = civilMinuteOf(timeZone, manualCloseUntil);
  // The input may be incomplete; the schedule stores only complete times.
  const [typed, setTyped] = useState<{ date: string; time: string } | null>(null);
  const shown = typed ?? { date: label?.date ?? "", time: label?.time ?? "" };
  const ends = typed !== null || manualCloseUntil !== "";
  const without = ({ manualCloseUntil: _, ...rest }: Schedule): Schedule => rest;

  const type = (next: { date: string; time: string }): void => {
    setTyped(next);
    const until = instantOfCivilMinute(timeZone, next.date, next.time);
    onChange(until === null ? without(schedule) : { ...schedule, manualCloseUntil: until });
  };
  const end = Date.parse(manualCloseUntil);
  const when = Number.isNaN(end)
    ? ""
    : formatInstant(locale, zoneOf(timeZone) === null ? "UTC" : timeZone, end, MOMENT);
  const half = ends && (shown.date === "" || shown.time === "");
  const isStarted = shown.date !== "" || shown.time !== "";
  return (
    <Section title={t("schedule.close")}>
      <CheckField
        label={t("schedule.close.label")}
        help={t("schedule.close.help")}
        checked={manualClose}
        onChange={(closed) => {
          setTyped(null);
          onChange({ ...without(schedule), manualClose: closed });
        }}
      />
      {manualClose && (
        <Box paddingLeft="space70">
          <CheckField
            label={t("schedule.close.until")}
            checked={ends}
            onChange={(on) => {
              setTyped(on ? { date: "", time: "" } : null);
              onChange(without(schedule));
            }}
          />
          {ends && (
            <Box marginTop="space40">
              <Columns>
                <TextField
                  type="date"
                  label={t("schedule.close.date")}
                  required
                  value={shown.date}
                  onChange={(date) => {
                    type({ ...shown, date });
                  }}
                />
                <TextField
                  type="time"
                  label={t("schedule.close.time")}
                  required
                  value={shown.time}
                  onChange={(time) => {
                    type({ ...shown, time });
                  }}
                />
              </Columns>
              {/* An untouched field shows its hint, not an error. */}
              <HelpText
                variant={
                  error !== undefined || (half && isStarted) ? "error" : end <= now ? "warning" : "default"
                }
              >
                {error ??
                  (half
                    ? t("schedule.close.half")
                    : t(end <= now ? "schedule.close.ended" : "schedule.close.ends", { when }))}
              </HelpText>
            </Box>
          )}
        </Box>
      )}
    </Section>
  );
}
