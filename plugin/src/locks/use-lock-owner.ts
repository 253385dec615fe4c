import { useSelector } from "react-redux";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import type { Owner } from "./edit-lock";
import type { LocksRoot } from "./root";
import { selectLockOwner } from "./selectors";

/** The current owner of an item's lock. */
export const useLockOwner = (ref: ItemRef): Owner =>
  useSelector((root: LocksRoot) => selectLockOwner(root, ref), sameValue);
