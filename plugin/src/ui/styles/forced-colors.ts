const BORDER = { outline: "1px solid ButtonBorder !important", outlineOffset: "1px" };
const CHOSEN = {
  forcedColorAdjust: "none",
  backgroundColor: "Highlight !important",
  color: "HighlightText !important",
};

/**
 * Styles for forced colors, as Windows' high contrast sets them. These remove backgrounds and shadows, by which Paste
 * draws borders, the focus and what is chosen.
 */
export const FORCED_COLORS = {
  // `:where` keeps this below the focus.
  "& button:not(:where([data-block], [data-look])), & [data-paste-element=BADGE], & [role=listbox], & [data-chip]":
    BORDER,
  "& [data-paste-element=INPUT], & select, & [data-paste-element=TEXTAREA]": BORDER,
  "& button:disabled": { outlineColor: "GrayText !important", color: "GrayText !important" },
  "& button[aria-pressed=true]:not([data-look], [data-block]), & input[type=radio]:checked + [data-paste-element=BUTTON]":
    CHOSEN,
  // Keeps the patterns, which forced colors would remove.
  "& [data-block]": {
    forcedColorAdjust: "none",
    backgroundColor: "Canvas !important",
    borderColor: "CanvasText !important",
    color: "CanvasText !important",
  },
  "& [data-block][aria-pressed=true]": { borderColor: "Highlight !important" },
  "& [role=option][data-active=true]": CHOSEN,
  "& [role=tab]": { borderColor: "Canvas !important" },
  "& [role=tab][aria-selected=true]": CHOSEN,
  "& [data-paste-element=SWITCH_CONTROL]": BORDER,
  "& [data-paste-element=SWITCH_KNOB]": { forcedColorAdjust: "none", backgroundColor: "ButtonText" },
  "& input:checked ~ label [data-paste-element=SWITCH_CONTROL]": CHOSEN,
  "& input:checked ~ label [data-paste-element=SWITCH_KNOB]": {
    backgroundColor: "HighlightText",
    color: "Highlight",
  },
  "& [data-paste-element$=REQUIRED_DOT]": {
    forcedColorAdjust: "none",
    backgroundColor: "CanvasText !important",
  },
  "&[role=dialog], &[role=alertdialog], &[role=menu]": { outline: "2px solid CanvasText" },
  "& :focus-visible": { outline: "3px solid Highlight !important", outlineOffset: "1px" },
  // Paste hides these inputs and draws them in their labels.
  "& input:focus-visible ~ label [data-paste-element$=_CONTROL]": {
    outline: "3px solid Highlight",
    outlineOffset: "1px",
  },
};
