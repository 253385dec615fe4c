import { useMemo, useState } from "react";
import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { HelpText } from "@twilio-paste/core/help-text";
import {
  ModalBody,
  ModalFooter,
  ModalFooterActions,
  ModalHeader,
  ModalHeading,
} from "@twilio-paste/core/modal";
import { useUID } from "@twilio-paste/core/uid-library";
import { suggestPlace } from "@schedule-manager/shared/editing/add-holidays/suggest-place";
import { HOURS_TEMPLATES } from "@schedule-manager/shared/editing/weekly-hours/hours-templates";
import type { WeeklyHours as Hours } from "@schedule-manager/shared/editing/weekly-hours/hours";
import { REASON_HOLIDAY } from "@schedule-manager/shared/model/model";
import { textProblem } from "@schedule-manager/shared/model/text-problem";
import { localDay } from "@schedule-manager/shared/time/local-day";
import { pluginState } from "../catalogue/root";
import { datedHolidays } from "../features/add-holidays/dated-holidays";
import { chosenHolidays } from "../features/add-holidays/half-days";
import {
  HolidaysChoice,
  type HolidaysOfPlace,
  suggestedHolidays,
} from "../features/add-holidays/holidays-choice";
import { useHolidayCountries } from "../features/add-holidays/use-holiday-countries";
import { Disclosed } from "../features/first-schedule/disclosed";
import { HoursChoice } from "../features/first-schedule/hours-choice";
import { useCreateSchedule } from "../features/first-schedule/use-create-schedule";
import { WeeklyHours } from "../features/weekly-hours/weekly-hours";
import { countryName } from "../i18n/country-name";
import { describeTextProblem } from "../i18n/describe-text-problem";
import { useServices } from "../services/services";
import type { RootState } from "../store/root";
import { CheckField } from "../ui/fields/check-field";
import { Dialog } from "../ui/fields/dialog";
import { TextField } from "../ui/fields/text-field";
import { ZoneField } from "../ui/fields/zone-field";

const NONE: readonly never[] = [];

/** Makes a whole schedule, ready and published: its name, zone, weekly hours and holidays. */
export function FirstScheduleDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, locale } = useServices();
  const titleId = useUID();
  const now = useSelector((root: RootState) => pluginState(root).clock.now);
  const [name, setName] = useState("");
  const [isSent, setSent] = useState(false);
  const [timeZone, setTimeZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [hours, setHours] = useState<Hours>(HOURS_TEMPLATES.workdays);
  const [withHolidays, setWithHolidays] = useState(true);
  /** null: those of the time zone's country. */
  const [chosen, setChosen] = useState<HolidaysOfPlace | null>(null);
  const { publish } = useCreateSchedule();
  const loaded = useHolidayCountries();
  const countries = loaded.type === "loaded" ? loaded.countries : NONE;
  const suggested = useMemo(() => suggestPlace(countries, timeZone, locale), [countries, timeZone, locale]);
  const value = chosen ?? suggestedHolidays(suggested);
  const country = countries.find(({ code }) => code === value.place?.country);
  const today = localDay(timeZone, now);
  const listed = useMemo(
    () => datedHolidays(country, value.place?.region ?? null, today),
    [country, value.place?.region, today],
  );
  const holidays = withHolidays ? chosenHolidays(listed, value, REASON_HOLIDAY, t) : NONE;
  const problem =
    name.trim() === "" ? t("edit.problem.name-missing") : describeTextProblem(t, textProblem(name));

  const submit = (): void => {
    setSent(true);
    if (problem !== undefined) return;
    publish({
      name,
      timeZone,
      hours,
      holidays,
      today,
    });
    onClose();
  };
  return (
    <Dialog size="default" ariaLabelledby={titleId} onDismiss={onClose}>
      <ModalHeader i18nDismissLabel={t("app.close")}>
        <ModalHeading as="h2" id={titleId}>
          {t("first.title")}
        </ModalHeading>
      </ModalHeader>
      {/* The dialog says what is missing: the browser's own validation would speak its own language. */}
      <form
        noValidate
        style={{ display: "contents" }}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ModalBody>
          <Box display="flex" flexDirection="column" rowGap="space60">
            <TextField
              label={t("schedule.name")}
              help={t("schedule.name.help")}
              required
              autoFocus
              maxLength={320}
              value={name}
              error={isSent ? problem : undefined}
              onChange={setName}
            />
            <ZoneField
              value={timeZone}
              now={now}
              inUse={NONE}
              onChange={(zone) => {
                setTimeZone(zone);
                setChosen(null);
              }}
            />
            <HoursChoice hours={hours} onChange={setHours} />
            <Disclosed label={t("first.hours.adjust")}>
              <WeeklyHours hours={hours} shared={0} onChange={setHours} />
            </Disclosed>
            {countries.length > 0 && (
              <>
                <CheckField
                  label={t("first.holidays", {
                    country: value.place === null ? "" : countryName(locale, value.place.country),
                  })}
                  checked={withHolidays}
                  onChange={setWithHolidays}
                />
                {withHolidays && (
                  <Disclosed
                    label={t("first.holidays.adjust", { count: holidays.length, total: listed.length })}
                  >
                    <HolidaysChoice
                      countries={countries}
                      country={country}
                      holidays={listed}
                      timeZone={timeZone}
                      value={value}
                      onChange={setChosen}
                    />
                  </Disclosed>
                )}
              </>
            )}
          </Box>
        </ModalBody>
        <ModalFooter>
          <Box flexGrow={1} role="status">
            <HelpText marginTop="space0">{t("first.about")}</HelpText>
          </Box>
          <ModalFooterActions>
            <Button variant="secondary" onClick={onClose}>
              {t("app.cancel")}
            </Button>
            <Button variant="primary" type="submit">
              {t("first.publish")}
            </Button>
          </ModalFooterActions>
        </ModalFooter>
      </form>
    </Dialog>
  );
}
