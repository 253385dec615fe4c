import { pluginState } from "../../catalogue/root";
import type { RootState } from "../../store/root";
import type { AgentTranslate } from "../../i18n/translate";
import { formatSince } from "../../i18n/format-since";

/** ms: what was live a moment ago is as good as live, and a socket that blinks must not make the dialog flicker. */
const STALE_AFTER = 3000;

/** Words for as of when statuses are; null: they are live. `now`: ms since the epoch, corrected. */
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

/** ms until that becomes another answer by itself; null: it does not. */
export function staleHolds(root: RootState, now: number): number | null {
  const { asOf } = pluginState(root).live;
  return asOf === null || now - asOf >= STALE_AFTER ? null : asOf + STALE_AFTER - now;
}
