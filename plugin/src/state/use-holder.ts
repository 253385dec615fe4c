import { useSelector } from "react-redux";
import { sameValue } from "@schedule-manager/shared/same-value";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import type { Holder } from "./edit-lock";
import type { RootState } from "./root";
import { selectHolder } from "./select-presence";

/** Who edits an item, live. */
export const useHolder = (ref: ItemRef): Holder =>
  useSelector((root: RootState) => selectHolder(root, ref), sameValue);
