/** Styles for a view that is narrower than a table. */
export const NARROW_VIEW = {
  "& main": { paddingX: "space50", paddingY: "space50" },
  "& [data-bar]": { paddingX: "space50", paddingY: "space30", columnGap: "space40", rowGap: "space20" },
  "& [data-bar] > div": { columnGap: "space20", rowGap: "space20" },
  "& [data-bar] button": { paddingX: "space30", paddingY: "space20" },
};
