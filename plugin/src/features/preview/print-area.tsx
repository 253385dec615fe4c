import type { ReactNode } from "react";
import { css, styled, StylingGlobals } from "@twilio-paste/core/styling-library";
import { NARROW } from "../../ui/styles/narrow";

const AREA = "[data-print]";
const CONTROLS = "button:not([data-look], [data-block]), [data-paste-element=INPUT]";

/** Only the area and the elements around it remain on paper, where these are as long as the area. */
const PRINT = css({
  "@media print": {
    [`body *:not(${AREA}, ${AREA} *, :has(${AREA}))`]: { display: "none !important" },
    [`html, body, body :has(${AREA})`]: {
      display: "block !important",
      position: "static !important",
      width: "auto !important",
      height: "auto !important",
      maxWidth: "none !important",
      maxHeight: "none !important",
      margin: "0 !important",
      padding: "0 !important",
      overflow: "visible !important",
      containerType: "normal !important",
      backgroundColor: "transparent !important",
    },
    [`${AREA} [data-screen-only], ${AREA} [role=status], ${AREA} :is(${CONTROLS})`]: {
      display: "none !important",
    },
    [`${AREA} [data-week-table]`]: { display: "block !important" },
    // Most browsers leave out backgrounds, and with them the patterns.
    [`${AREA} *`]: { printColorAdjust: "exact", WebkitPrintColorAdjust: "exact" },
    [`${AREA} tr, ${AREA} li`]: { breakInside: "avoid" },
    // The hours begin left of the calendar.
    [AREA]: { paddingX: "space50", paddingTop: "space40" },
    [`${AREA}::before`]: {
      content: "attr(data-print)",
      display: "block",
      fontSize: "fontSize70",
      lineHeight: "lineHeight70",
      fontWeight: "fontWeightBold",
    },
    "[data-print-about]::before": {
      content: "attr(data-print-about)",
      display: "block",
      marginBottom: "space50",
    },
  },
});

const Area = styled.div(
  css({
    [NARROW]: {
      "& [data-week-table]": { display: "block" },
      "& [data-wide-only], & [data-block-text]": { display: "none" },
    },
  }),
);

interface Props {
  /** Shown on paper only, where the page's header is absent. */
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}

/** The part of the page that is printed. */
export function PrintArea({ title, about, children }: Props) {
  return (
    <Area data-print={title}>
      <StylingGlobals styles={PRINT} />
      <div data-print-about={about}>{children}</div>
    </Area>
  );
}
