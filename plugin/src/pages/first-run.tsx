import { useState } from "react";
import { useDispatch, useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { pluginState } from "../catalogue/root";
import { useExample } from "../features/first-schedule/use-example";
import { importExportOpened } from "../navigation/navigation";
import { useTranslate } from "../services/services";
import type { RootState } from "../store/root";
import { Message } from "../ui/fields/message";
import { loadHolidayCountries } from "../features/add-holidays/use-holiday-countries";
import { FirstScheduleDialog } from "./first-schedule-dialog";

/** What an editor sees while there is no schedule: three ways to begin. */
export function FirstRun() {
  const t = useTranslate();
  const dispatch = useDispatch();
  const now = useSelector((root: RootState) => pluginState(root).clock.now);
  const example = useExample(now, loadHolidayCountries);
  const [isOpen, setOpen] = useState(false);
  return (
    <Message title={t("schedules.empty.title")} text={t("schedules.empty.text")}>
      <Box display="flex" flexWrap="wrap" justifyContent="center" columnGap="space40" rowGap="space40">
        <Button
          variant="primary"
          onClick={() => {
            setOpen(true);
          }}
        >
          {t("first.open")}
        </Button>
        <Button variant="secondary" data-opens="transfer" onClick={() => dispatch(importExportOpened())}>
          {t("table.empty.import")}
        </Button>
        <Button variant="secondary" loading={example.isLoading} onClick={example.open}>
          {t("first.example")}
        </Button>
      </Box>
      {isOpen && (
        <FirstScheduleDialog
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </Message>
  );
}
