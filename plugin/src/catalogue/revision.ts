/**
 * Whether Sync created revision `a` after `b` of the same item. Sync documents revisions as opaque; observed ones are
 * hexadecimal numbers that grow, so the longer text is newer, and of equal lengths the greater one.
 */
export const isNewer = (a: string, b: string): boolean =>
  a.length === b.length ? a > b : a.length > b.length;
