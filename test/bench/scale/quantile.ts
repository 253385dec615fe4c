import { round } from "../support/measure";

export const quantile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN, 1);
};

export const spreadOf = (values: readonly number[]) => ({
  medianMs: quantile(values, 0.5),
  p99Ms: quantile(values, 0.99),
  worstMs: quantile(values, 1),
});
