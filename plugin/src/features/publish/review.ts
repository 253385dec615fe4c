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

/** The problems that prevent publishing. */
export const selectProblems = createSelector(
  selectLiveConfiguration,
  selectEditedConfiguration,
  (before, after): readonly EditProblem[] => checkEdit({ before, after }),
);

/** Drafts with conflicts that a person has to resolve first. */
export const selectUndecided = createSelector(selectDrafts, selectDraftStates, (drafts, states) =>
  drafts.filter((draft) => {
    const state = states.get(draftRef(draft))?.is;
    return state === "conflict" || state === "deleted" || state === "changed";
  }),
);
