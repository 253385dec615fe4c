import type { ComponentProps } from "react";
import { useServices } from "../services/services";
import { loadedOnce } from "../ui/chunks/loaded-once";
import { LoadedView } from "../ui/chunks/loaded-view";
import type { CalendarContent } from "./calendar-content";

const content = loadedOnce(async () => (await import("./calendar-content")).CalendarContent);

/** Loads the calendar's chunk on first use, and shows it. */
export function CalendarView(props: ComponentProps<typeof CalendarContent>) {
  const { t, locale } = useServices();
  return (
    <LoadedView
      view={content}
      props={props}
      t={t}
      locale={locale}
      as="div"
      failure={t("calendar.notLoaded")}
    />
  );
}
