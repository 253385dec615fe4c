/** A share from 0 to 1 as the locale writes it, such as "45%". */
export const formatPercent = (locale: string, share: number): string =>
  new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(share);
