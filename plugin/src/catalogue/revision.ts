/**
 * Whether Sync made revision `a` after `b` of the same item. Sync documents revisions as opaque; they are numbers
 * in text that grow, so a longer text is newer, and of equally long ones the greater.
 */
export const isNewer = (a: string, b: string): boolean =>
  a.length === b.length ? a > b : a.length > b.length;
