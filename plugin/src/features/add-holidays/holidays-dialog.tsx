import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { ModalBody, ModalHeader, ModalHeading } from "@twilio-paste/core/modal";
import { Spinner } from "@twilio-paste/core/spinner";
import { useUID } from "@twilio-paste/core/uid-library";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { useTranslate } from "../../services/services";
import { Alert } from "../../ui/fields/alert";
import { Dialog } from "../../ui/fields/dialog";
import { HolidaysForm } from "./holidays-form";
import { useHolidayCountries } from "./use-holiday-countries";

interface Props {
  readonly schedule: Schedule;
  readonly today: number;
  readonly onClose: () => void;
}

/** Loads the holidays and lets the person choose from them. */
export function HolidaysDialog({ schedule, today, onClose }: Props) {
  const t = useTranslate();
  const titleId = useUID();
  const loaded = useHolidayCountries();
  return (
    <Dialog size="default" ariaLabelledby={titleId} onDismiss={onClose}>
      <ModalHeader i18nDismissLabel={t("app.close")}>
        <ModalHeading as="h2" id={titleId}>
          {t("holidays.add")}
        </ModalHeading>
      </ModalHeader>
      {loaded.type === "loaded" ? (
        <HolidaysForm schedule={schedule} today={today} countries={loaded.countries} onClose={onClose} />
      ) : (
        <ModalBody>
          {loaded.type === "failed" ? (
            <Box display="flex" flexDirection="column" alignItems="flex-start" rowGap="space50">
              <Alert variant="error">{t("holidays.notLoaded")}</Alert>
              <Button variant="secondary" onClick={loaded.retry}>
                {t("app.retry")}
              </Button>
            </Box>
          ) : (
            <Box display="flex" justifyContent="center" padding="space80">
              <Spinner decorative={false} title={t("app.loading")} size="sizeIcon60" delay={250} />
            </Box>
          )}
        </ModalBody>
      )}
    </Dialog>
  );
}
