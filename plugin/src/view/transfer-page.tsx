import { useDispatch, useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { ExportSection } from "../features/transfer/export-section";
import { ImportSection } from "../features/transfer/import-section";
import { TableLoading } from "../features/tables/table-loading";
import { useTranslate } from "../services";
import { isLoaded } from "../state/live";
import { wentBack } from "../state/navigation";
import { pluginState, type RootState } from "../state/root";
import { selectEditedSchedules, selectLiveConfiguration } from "../state/select-drafts";
import { selectMayEdit } from "../state/select-publishing";
import { PageHeader } from "./page-header";

/** Files in and out. */
export function TransferPage() {
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
