import type { ComponentProps, ReactNode } from "react";
import { useTranslate } from "../../services/services";
import { Section } from "../../ui/fields/section";
import { Calendar } from "./calendar";
import { PrintArea } from "./print-area";
import { PrintableWeek } from "./printable-week";
import { ViewButtons } from "./view-buttons";

interface Props extends ComponentProps<typeof Calendar> {
  /** The heading on paper. */
  readonly title: string;
  /** Below it on paper. */
  readonly about: string;
  /** Above the calendar. */
  readonly children: ReactNode;
}

/** A page's section with the calendar, which prints as a whole. */
export function PrintableCalendar({ title, about, children, ...calendar }: Props) {
  const t = useTranslate();
  const { schedule, place, onPlace } = calendar;
  return (
    <PrintArea title={title} about={about}>
      <Section title={t("preview.title")} aside={<ViewButtons place={place} onPlace={onPlace} />}>
        {children}
        <Calendar {...calendar} />
        <PrintableWeek schedule={schedule} place={place} />
      </Section>
    </PrintArea>
  );
}
