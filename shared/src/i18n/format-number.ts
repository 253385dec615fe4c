/** Formats a number by locale, such as `1,200` or `1.200`. */
export const formatNumber = (locale: string, value: number): string => value.toLocaleString(locale);
