import { useEffect, useState } from "react";
import { useSelector } from "react-redux";
import { MINUTE_MS } from "@schedule-manager/shared/time/civil";
import { correctedNow } from "../catalogue/clock";
import { pluginState } from "../catalogue/root";
import { useServices } from "../services/services";
import type { RootState } from "../store/root";

/**
 * The server's time in ms since the epoch, anew at each full minute: for what shows a time of day. The store's clock
 * moves only when a status or a day changes.
 */
export function useMinute(): number {
  const { localNow } = useServices();
  const clock = useSelector((root: RootState) => pluginState(root).clock);
  const [now, setNow] = useState(() => Math.floor(correctedNow(clock, localNow())));
  // The store's clock also moves after sleep, when a timer may be late.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (): void => {
      const current = Math.floor(correctedNow(clock, localNow()));
      setNow(current);
      timer = setTimeout(show, MINUTE_MS - (current % MINUTE_MS));
    };
    show();
    return () => {
      clearTimeout(timer);
    };
  }, [clock, localNow]);
  return now;
}
