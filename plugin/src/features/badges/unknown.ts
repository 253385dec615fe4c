import { isLoaded } from "../../catalogue/live";
import { pluginState } from "../../catalogue/root";
import type { RootState } from "../../store/root";

/** ms after which an agent sees that no opening hours are known; loading normally takes much less. */
const UNKNOWN_AFTER = 10_000;

/**
 * ms until that message is due; 0: due; null: the opening hours are known.
 * @param asked ms since the epoch, this computer's clock: when they were first needed
 * @param localNow ms since the epoch, this computer's clock
 */
export function unknownIn(root: RootState, asked: number, localNow: number): number | null {
  if (isLoaded(pluginState(root).live)) return null;
  return Math.max(0, asked + UNKNOWN_AFTER - localNow);
}
