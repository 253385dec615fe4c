import { useDispatch, useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { ExportSection } from "../features/import-export/export-section";
import { ImportSection } from "../features/import-export/import-section";
import { useSelectors } from "../services/services";
import { wentBack } from "../navigation/navigation";
import { selectMayEdit } from "../publishing/selectors";
import { useMinute } from "../ui/use-minute";

/** The import and the export: a chunk that loads when the page first opens. */
export function ImportExportContent() {
  const { selectLiveConfiguration, selectEditedSchedules } = useSelectors();
  const dispatch = useDispatch();
  const now = useMinute();
  const live = useSelector(selectLiveConfiguration);
  const schedules = useSelector(selectEditedSchedules);
  const mayEdit = useSelector(selectMayEdit);
  return (
    <Box display="flex" flexDirection="column" rowGap="space90">
      {mayEdit && <ImportSection schedules={schedules} now={now} onDone={() => dispatch(wentBack())} />}
      <ExportSection configuration={live} now={now} />
    </Box>
  );
}
