// Queries by role look at the style of every element of a table, which takes seconds.
export const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("tbody tr")];

const nameIn = (row: HTMLElement): string | undefined =>
  row.querySelector("th button")?.textContent ?? undefined;

export const names = (): (string | undefined)[] => rows().map(nameIn);

export function rowOf(name: string): HTMLElement {
  const row = rows().find((one) => nameIn(one) === name);
  if (row === undefined) throw new Error(`no row ${name}`);
  return row;
}
