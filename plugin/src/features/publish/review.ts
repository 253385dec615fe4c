import { createSelector } from "@reduxjs/toolkit";
import { checkEdit } from "@schedule-manager/shared/editing/checks/check-edit";
import type { EditProblem } from "@schedule-manager/shared/editing/checks/problem";
import { draftRef } from "../../drafts/draft";
import {
  selectDrafts,
  selectDraftStates,
  selectEditedConfiguration,
  selectLiveConfiguration,
} from "../../drafts/selectors";

/** What keeps the drafts from being published as they are. */
export const selectProblems = createSelector(
  selectLiveConfiguration,
  selectEditedConfiguration,
  (before, after): readonly EditProblem[] => checkEdit({ before, after }),
);

/** Drafts that somebody has to decide about first. */
export const selectUndecided = createSelector(selectDrafts, selectDraftStates, (drafts, states) =>
  drafts.filter((draft) => {
    const state = states.get(draftRef(draft))?.is;
    return state === "conflict" || state === "deleted" || state === "changed";
  }),
);
