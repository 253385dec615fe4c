import { formatNumber } from "./format-number";

export type Values = Readonly<Record<string, string | number>>;

/** Replaces each `{name}` by its value and formats numbers by locale; a missing value becomes empty. */
export const interpolate = (locale: string, template: string, values: Values): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? "";
    return typeof value === "number" ? formatNumber(locale, value) : value;
  });
