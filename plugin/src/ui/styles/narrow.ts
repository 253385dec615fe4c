/** The view's element is a CSS container, because its width is the window's without Flex's panels. */
export const VIEW_CONTAINER = "schedule-manager";

/** The condition of styles for a view that is narrower than a table, as in a window at 200 % zoom. */
export const NARROW = `@container ${VIEW_CONTAINER} (max-width: 45rem)`;

/** The condition of styles for a view as narrow as a phone. */
export const TINY = `@container ${VIEW_CONTAINER} (max-width: 30rem)`;

/** The condition of styles for a window in which a dialog has little room. */
export const SMALL_WINDOW = "@media (max-width: 45rem), (max-height: 30rem)";
