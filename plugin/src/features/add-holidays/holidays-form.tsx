import { useMemo, useState } from "react";
import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { HelpText } from "@twilio-paste/core/help-text";
import { ModalBody, ModalFooter, ModalFooterActions } from "@twilio-paste/core/modal";
import { suggestPlace } from "@schedule-manager/shared/editing/add-holidays/suggest-place";
import type { HolidayCountry } from "@schedule-manager/shared/model/holiday";
import { REASON_HOLIDAY, type Schedule } from "@schedule-manager/shared/model/model";
import { textProblem } from "@schedule-manager/shared/model/text-problem";
import { useSchedulesLockedElsewhere } from "../../locks/use-schedules-locked-elsewhere";
import { describeTextProblem } from "../../i18n/describe-text-problem";
import { useSelectors, useServices } from "../../services/services";
import { SchedulesField } from "../../ui/fields/schedules-field";
import { TextField } from "../../ui/fields/text-field";
import { datedHolidays } from "./dated-holidays";
import { chosenHolidays } from "./half-days";
import { HolidaysChoice, suggestedHolidays } from "./holidays-choice";
import { useAddHolidays } from "./use-add-holidays";

interface Props {
  readonly schedule: Schedule;
  /** Civil day number. */
  readonly today: number;
  readonly countries: readonly HolidayCountry[];
  readonly onClose: () => void;
}

/** Country, holidays, reason and schedules, with the number of rules that result. */
export function HolidaysForm({ schedule, today, countries, onClose }: Props) {
  const { t, locale } = useServices();
  const [ofPlace, setOfPlace] = useState(() =>
    suggestedHolidays(suggestPlace(countries, schedule.timeZone, locale)),
  );
  const { place } = ofPlace;
  const [reason, setReason] = useState<string>(REASON_HOLIDAY);
  const [further, setFurther] = useState<readonly string[]>([]);
  const { selectEditedSchedules } = useSelectors();
  const locked = useSchedulesLockedElsewhere();
  const others = useSelector(selectEditedSchedules).filter(({ id }) => id !== schedule.id);
  const country = countries.find(({ code }) => code === place?.country);
  const listed = useMemo(
    () => datedHolidays(country, place?.region ?? null, today),
    [country, place?.region, today],
  );
  const holidays = useMemo(
    () => chosenHolidays(listed, ofPlace, reason.trim(), t),
    [listed, ofPlace, reason, t],
  );
  const chosen = useMemo(() => [schedule.id, ...further], [schedule.id, further]);
  const { created, reused, isChange, add } = useAddHolidays({ holidays, chosen, today });
  const problem = textProblem(reason);
  return (
    <>
      <ModalBody>
        <Box display="flex" flexDirection="column" rowGap="space60">
          <HolidaysChoice
            countries={countries}
            country={country}
            holidays={listed}
            timeZone={schedule.timeZone}
            value={ofPlace}
            onChange={setOfPlace}
          />
          <TextField
            label={t("rule.reason")}
            help={t("rule.reason.help")}
            value={reason}
            maxLength={320}
            onChange={setReason}
            error={describeTextProblem(t, problem)}
          />
          {others.length > 0 && (
            <SchedulesField
              label={t("holidays.schedules")}
              help={t("holidays.schedules.help")}
              isOptional
              schedules={others}
              locked={locked}
              chosen={further}
              onChange={setFurther}
            />
          )}
        </Box>
      </ModalBody>
      <ModalFooter>
        <Box flexGrow={1} role="status">
          <HelpText marginTop="space0">
            {isChange
              ? [
                  created > 0 ? t("holidays.created", { count: created }) : "",
                  reused > 0 ? t("holidays.reused", { count: reused }) : "",
                ]
                  .filter((text) => text !== "")
                  .join(" ")
              : t(holidays.length === 0 ? "holidays.none" : "holidays.there")}
          </HelpText>
        </Box>
        <ModalFooterActions>
          <Button variant="secondary" onClick={onClose}>
            {t("app.cancel")}
          </Button>
          <Button
            variant="primary"
            disabled={!isChange || problem !== null}
            onClick={() => {
              add();
              onClose();
            }}
          >
            {t("holidays.add")}
          </Button>
        </ModalFooterActions>
      </ModalFooter>
    </>
  );
}
