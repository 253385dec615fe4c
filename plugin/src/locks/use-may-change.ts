import { useSelector } from "react-redux";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { selectMayEdit } from "../publishing/selectors";
import { useLockOwner } from "./use-lock-owner";

/** Whether this page may change an item now: the person may edit, and no other page has the lock. */
export function useMayChange(ref: ItemRef): boolean {
  const mayEdit = useSelector(selectMayEdit);
  return useLockOwner(ref).type !== "other" && mayEdit;
}
