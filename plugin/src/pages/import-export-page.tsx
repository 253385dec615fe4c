import { useSelector } from "react-redux";
import { TableLoading } from "../features/tables/table-loading";
import { useServices } from "../services/services";
import { isLoaded } from "../catalogue/live";
import { pluginState } from "../catalogue/root";
import type { RootState } from "../store/root";
import { loadedOnce } from "../ui/chunks/loaded-once";
import { LoadedView } from "../ui/chunks/loaded-view";
import { PageHeader } from "./page-header";

const content = loadedOnce(async () => (await import("./import-export-content")).ImportExportContent);

/** The page for importing and exporting files. */
export function ImportExportPage() {
  const { t, locale } = useServices();
  const loaded = useSelector((root: RootState) => isLoaded(pluginState(root).live));
  return (
    <>
      <PageHeader title={t("transfer.title")} />
      {loaded ? (
        <LoadedView view={content} props={{}} t={t} locale={locale} as="div" failure={t("page.notLoaded")} />
      ) : (
        <TableLoading />
      )}
    </>
  );
}
