import { useSelector } from "react-redux";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { useSelectors } from "../services/services";
import type { RootState } from "../store/root";

/** Whether this browser is publishing the item. A component renders only when its own item's answer changes. */
export function useIsSending(item: ItemRef): boolean {
  const { selectSending } = useSelectors();
  return useSelector((root: RootState) => selectSending(root).has(item));
}
