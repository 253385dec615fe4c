import type { ComponentProps } from "react";
import { useServices } from "../services/services";
import { loadedOnce } from "../ui/chunks/loaded-once";
import { LoadedView } from "../ui/chunks/loaded-view";
import type { HistoryContent } from "./history-content";

const content = loadedOnce(async () => (await import("./history-content")).HistoryContent);

/** Loads the history's chunk on first use, and shows it. */
export function HistoryView(props: ComponentProps<typeof HistoryContent>) {
  const { t, locale } = useServices();
  return (
    <LoadedView view={content} props={props} t={t} locale={locale} as="div" failure={t("page.notLoaded")} />
  );
}
