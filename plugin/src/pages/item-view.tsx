import type { ComponentProps } from "react";
import { useServices } from "../services/services";
import { loadedOnce } from "../ui/chunks/loaded-once";
import { LoadedView } from "../ui/chunks/loaded-view";
import type { ItemContent } from "./item-content";

const content = loadedOnce(async () => (await import("./item-content")).ItemContent);

/** Loads the chunk of the items' pages on first use, and shows one. */
export function ItemView(props: ComponentProps<typeof ItemContent>) {
  const { t, locale } = useServices();
  return (
    <LoadedView view={content} props={props} t={t} locale={locale} as="div" failure={t("page.notLoaded")} />
  );
}
