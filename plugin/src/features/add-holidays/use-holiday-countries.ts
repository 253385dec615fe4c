import { useCallback, useEffect, useRef, useState } from "react";
import type { HolidayCountry } from "@schedule-manager/shared/model/holiday";

/** The holidays of all countries are a chunk. */
const load = () => import("@schedule-manager/shared/import-export/holidays/holiday-lists");

export type LoadedCountries =
  | { readonly type: "loading" }
  | { readonly type: "failed" }
  | { readonly type: "loaded"; readonly countries: readonly HolidayCountry[] };

/** Loads the holidays; `retry` loads again after a failure. */
export function useHolidayCountries(): LoadedCountries & { readonly retry: () => void } {
  const [state, setState] = useState<LoadedCountries>({ type: "loading" });
  const mounted = useRef(true);
  const retry = useCallback(() => {
    const set = (next: LoadedCountries): void => {
      if (mounted.current) setState(next);
    };
    set({ type: "loading" });
    load().then(
      ({ HOLIDAY_COUNTRIES }) => {
        set({ type: "loaded", countries: HOLIDAY_COUNTRIES });
      },
      () => {
        set({ type: "failed" });
      },
    );
  }, []);
  useEffect(() => {
    mounted.current = true;
    retry();
    return () => {
      mounted.current = false;
    };
  }, [retry]);
  return { ...state, retry };
}
