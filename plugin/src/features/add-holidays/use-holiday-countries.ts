import { useCallback, useEffect, useRef, useState } from "react";
import type { HolidayCountry } from "@schedule-manager/shared/model/holiday";

/** The holidays of all countries are a chunk. */
export const loadHolidayCountries = async (): Promise<readonly HolidayCountry[]> =>
  (await import("@schedule-manager/shared/import-export/holidays/holiday-lists")).HOLIDAY_COUNTRIES;

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
    loadHolidayCountries().then(
      (countries) => {
        set({ type: "loaded", countries });
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
