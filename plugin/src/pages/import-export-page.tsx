import { useDispatch, useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { ExportSection } from "../features/import-export/export-section";
import { ImportSection } from "../features/import-export/import-section";
import { TableLoading } from "../features/tables/table-loading";
import { useTranslate, useSelectors } from "../services/services";
import { isLoaded } from "../catalogue/live";
import { wentBack } from "../navigation/navigation";
import { pluginState } from "../catalogue/root";
import type { RootState } from "../store/root";
import { selectMayEdit } from "../publishing/selectors";
import { PageHeader } from "./page-header";

/** The page for importing and exporting files. */
export function ImportExportPage() {
  const { selectLiveConfiguration, selectEditedSchedules } = useSelectors();
  const t = useTranslate();
  const dispatch = useDispatch();
  const loaded = useSelector((root: RootState) => isLoaded(pluginState(root).live));
  const now = useSelector((root: RootState) => pluginState(root).clock.now);
  const live = useSelector(selectLiveConfiguration);
  const schedules = useSelector(selectEditedSchedules);
  const mayEdit = useSelector(selectMayEdit);
  return (
    <>
      <PageHeader title={t("transfer.title")} />
      {loaded ? (
        <Box display="flex" flexDirection="column" rowGap="space90">
          {mayEdit && <ImportSection schedules={schedules} now={now} onDone={() => dispatch(wentBack())} />}
          <ExportSection configuration={live} now={now} />
        </Box>
      ) : (
        <TableLoading />
      )}
    </>
  );
}
