import { shallowEqual, useSelector } from "react-redux";
import { selectSchedulesLockedElsewhere } from "./selectors";

/** The ids of the schedules that somebody else edits. */
export const useSchedulesLockedElsewhere = (): readonly string[] =>
  useSelector(selectSchedulesLockedElsewhere, shallowEqual);
