import { useMemo } from "react";
import { useSelector } from "react-redux";
import { useSelectors } from "../services/services";
import type { RootState } from "../store/root";
import type { Selectors } from "../store/selectors";

/** The value of a memoised selector that belongs to this component. */
export function useOwnSelector<T>(create: (selectors: Selectors) => (root: RootState) => T): T {
  const selectors = useSelectors();
  return useSelector(useMemo(() => create(selectors), [create, selectors]));
}
