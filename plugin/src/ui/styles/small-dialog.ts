const part = (name: string): string =>
  ["MODAL", "ALERT_DIALOG"].map((dialog) => `& [data-paste-element=${dialog}_${name}]`).join(", ");

/** Styles for a window in which a dialog has little room: its frame leaves the room to its text. */
export const SMALL_DIALOG = {
  "&[role=dialog], &[role=alertdialog]": { maxHeight: "100%" },
  [`${part("HEADER")}, ${part("HEADER_WRAPPER")}`]: { paddingX: "space50", paddingY: "space40" },
  [part("BODY")]: { paddingX: "space50" },
  [part("FOOTER")]: { paddingX: "space50", paddingY: "space40", flexWrap: "wrap", rowGap: "space30" },
  [part("FOOTER_ACTIONS")]: { rowGap: "space30" },
};
