import { pluginState } from "../../catalogue/root";
import type { RootState } from "../../store/root";
import type { AgentTranslate } from "../../i18n/translate";
import { formatSince } from "../../i18n/format-since";

/** ms. A short interruption does not make a status stale, so the dialog does not flicker. */
const STALE_AFTER = 3000;

/** The text that dates the statuses; null: they are live. `now`: ms since the epoch, corrected. */
export function describeStale(
  root: RootState,
  now: number,
  t: AgentTranslate,
  locale: string,
): string | null {
  const { asOf } = pluginState(root).live;
  if (asOf === null || now - asOf < STALE_AFTER) return null;
  return t("badge.asOf", { time: formatSince(locale, asOf, now) });
}

/** ms until that text changes by time alone; null: never. */
export function staleHolds(root: RootState, now: number): number | null {
  const { asOf } = pluginState(root).live;
  return asOf === null || now - asOf >= STALE_AFTER ? null : asOf + STALE_AFTER - now;
}
