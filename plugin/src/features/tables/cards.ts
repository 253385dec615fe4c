import { css, styled } from "@twilio-paste/core/styling-library";
import { NARROW } from "../../ui/styles/narrow";

const LABEL = "7rem";
const BESIDE = "7.5rem";

/**
 * Wraps a table, which in a narrow view shows each row as a card: the name between the checkbox and the menu, and each
 * other cell beside its column's label, `data-label`. `data-corner` places the checkbox and the menu.
 */
export const Cards = styled.div(
  css({
    [NARROW]: {
      "& table, & thead, & tbody": { display: "block" },
      "& table": { borderWidth: 0 },
      "& thead": { backgroundColor: "transparent" },
      "& thead tr": { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: "space50" },
      "& thead th": { display: "block", width: "auto", padding: 0, paddingBottom: "space20", borderWidth: 0 },
      // Without a control.
      "& thead th:not(:has(button, input))": { display: "none" },
      "& tbody": { backgroundColor: "transparent" },
      "& tbody tr": {
        display: "grid",
        gridTemplateColumns: "auto minmax(0, 1fr) auto",
        rowGap: "space30",
        padding: "space40",
        marginTop: "space30",
        borderStyle: "solid",
        borderWidth: "borderWidth10",
        borderColor: "colorBorderWeaker",
        borderRadius: "borderRadius20",
        backgroundColor: "colorBackgroundBody",
      },
      "& tbody tr > td, & tbody tr > th": {
        display: "block",
        gridColumn: "1 / -1",
        minWidth: 0,
        overflow: "visible",
        overflowWrap: "anywhere",
        padding: 0,
        borderWidth: 0,
      },
      // Compact rows have one line only in a table.
      "& tbody tr *": { whiteSpace: "normal" },
      "& tbody tr > td > div, & tbody tr > th > div": { flexWrap: "wrap" },
      "& tbody tr > th": { gridColumn: 2, gridRow: 1 },
      "& tbody tr > [data-corner=select]": { gridColumn: 1, gridRow: 1 },
      "& tbody tr > [data-corner=menu]": { gridColumn: 3, gridRow: 1 },
      "& tbody tr > [data-label]": { display: "flow-root", paddingLeft: BESIDE },
      "& [data-label]::before": {
        content: "attr(data-label)",
        float: "left",
        width: LABEL,
        marginLeft: `-${BESIDE}`,
        color: "colorTextWeak",
      },
      // The column's header already says it to screen readers.
      "@supports (content: 'a' / '')": { "& [data-label]::before": { content: "attr(data-label) / ''" } },
    },
  }),
);
