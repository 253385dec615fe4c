import { css, styled } from "@twilio-paste/core/styling-library";
import { TINY } from "../../ui/styles/narrow";

/** A strip at the lower edge of a day, which tells kinds apart without colors. */
const strip = (image: string, size = "100% 5px", repeat = "no-repeat") => ({
  backgroundImage: image,
  backgroundSize: size,
  backgroundPosition: "left bottom",
  backgroundRepeat: repeat,
});
const SOLID = "linear-gradient(currentColor, currentColor)";
const HATCHED = "repeating-linear-gradient(135deg, currentColor 0 1.5px, transparent 1.5px 4px)";
const BARS = "repeating-linear-gradient(90deg, currentColor 0 2px, transparent 2px 4px)";
const DOTS = "radial-gradient(circle, currentColor 1.2px, transparent 1.4px)";

const OPEN = {
  backgroundColor: "colorBackgroundSuccessWeakest",
  borderColor: "colorBorderSuccessWeaker",
  color: "colorTextSuccess",
};
const SPECIAL = {
  backgroundColor: "colorBackgroundNewWeakest",
  borderColor: "colorBorderNewWeaker",
  color: "colorTextNew",
};
const CLOSED = {
  backgroundColor: "colorBackgroundErrorWeakest",
  borderColor: "colorBorderErrorWeaker",
  color: "colorTextError",
};
const MANUAL = {
  backgroundColor: "colorBackgroundWarningWeakest",
  borderColor: "colorBorderWarningWeaker",
  color: "colorTextWarningStrong",
};

/**
 * Months of days as plain elements with one style sheet: a year of styled components takes a tenth of a second to
 * render. `data-look` is the day's type, also in the legend. Forced colors remove backgrounds, so borders and lines
 * through the text tell kinds apart there.
 */
export const CalendarStyles = styled.div(
  css({
    "& table": { width: "100%", borderCollapse: "separate", borderSpacing: "1px", tableLayout: "fixed" },
    "& th": {
      padding: 0,
      fontSize: "fontSize10",
      lineHeight: "lineHeight20",
      fontWeight: "fontWeightNormal",
      color: "colorTextWeak",
      textAlign: "center",
    },
    // A height of the cell lets its button fill it.
    "& td": { padding: 0, height: "1px", verticalAlign: "top" },
    "& [data-look]": {
      position: "relative",
      boxSizing: "border-box",
      margin: 0,
      borderWidth: "borderWidth10",
      borderStyle: "solid",
      borderRadius: "borderRadius10",
      borderColor: "transparent",
      backgroundColor: "transparent",
      color: "colorTextWeak",
      fontFamily: "inherit",
      fontSize: "fontSize10",
      lineHeight: "lineHeight10",
    },
    "& li > [data-look]": { width: 18, height: 14, flexShrink: 0 },
    "& [data-month]": {
      fontSize: "fontSize20",
      lineHeight: "lineHeight20",
      fontWeight: "fontWeightSemibold",
    },
    "& button[data-look]": {
      display: "block",
      width: "100%",
      height: 25,
      padding: "0 0 4px",
      cursor: "pointer",
      textAlign: "center",
      // Keeps a focused day above the details.
      scrollMarginBottom: "12rem",
    },
    "& [data-size=month] button[data-look]": {
      height: "100%",
      // Lower on low screens, like the week.
      minHeight: "clamp(46px, calc((100vh - 29.5rem) / 6), 62px)",
      padding: "2px 4px 6px",
      textAlign: "left",
      display: "flex",
      flexDirection: "column",
      overflowWrap: "anywhere",
    },
    "& [data-size=month] button[data-look] b": { fontSize: "fontSize20", lineHeight: "lineHeight10" },
    "& b": { fontWeight: "fontWeightNormal" },
    "& [data-look=open]": OPEN,
    "& [data-look=shorter]": { ...SPECIAL, ...strip(SOLID, "50% 5px") },
    "& [data-look=longer]": { ...SPECIAL, ...strip(SOLID) },
    "& [data-look=moved]": { ...SPECIAL, ...strip(DOTS, "5px 5px", "repeat-x") },
    "& [data-look=closed], & [data-look=error]": { ...CLOSED, ...strip(HATCHED) },
    "& [data-look=manual]": { ...MANUAL, ...strip(BARS) },
    "& [data-look=off]": { borderColor: "colorBorderWeaker" },
    "& [data-rule]": { borderColor: "currentColor", borderWidth: "borderWidth20" },
    "& [data-changed]::after": {
      content: '"✱"',
      position: "absolute",
      top: 0,
      right: "1px",
      fontSize: 9,
      lineHeight: 1,
      color: "colorTextPrimary",
    },
    "& [aria-current=date] b": { fontWeight: "fontWeightBold", textDecoration: "underline" },
    "& button[aria-pressed=true]": {
      boxShadow: "shadowBorderPrimary",
      borderColor: "colorBorderPrimary",
      borderWidth: "borderWidth20",
    },
    "& button[data-look]:hover": { borderColor: "colorBorderPrimary" },
    "& button[data-look]:focus-visible": { outline: "none", boxShadow: "shadowFocus", zIndex: 1 },
    // Too narrow for words; a chosen day is described below.
    [TINY]: {
      "& [data-size=month] button[data-look]": { minHeight: 40 },
      "& [data-size=month] button[data-look] span": { display: "none" },
    },
    "@media (forced-colors: active)": {
      "& [data-look]": { borderColor: "ButtonBorder" },
      "& [data-look=off]:not([data-rule])": { borderColor: "Canvas" },
      "& [data-look=shorter], & [data-look=longer], & [data-look=moved]": { borderStyle: "dashed" },
      "& [data-look=closed], & [data-look=error]": { borderStyle: "double", borderWidth: 3 },
      "& [data-look=manual]": { borderStyle: "dotted", borderWidth: 2 },
      "& [data-look=closed] b, & [data-look=error] b, & [data-look=manual] b": {
        textDecoration: "line-through",
      },
      "& button[aria-pressed=true], & button[data-look]:focus-visible": { outline: "2px solid Highlight" },
    },
  }),
);
