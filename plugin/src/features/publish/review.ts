import { createSelector } from "@reduxjs/toolkit";
import { checkEdit } from "@schedule-manager/shared/editing/checks/check-edit";
import type { EditProblem } from "@schedule-manager/shared/editing/checks/problem";
import { draftRef } from "../../drafts/draft";
import type { DraftSelectors } from "../../drafts/selectors";

/** Creates the selector of the problems that prevent publishing. */
export const createProblemsSelector = ({
  selectLiveConfiguration,
  selectEditedConfiguration,
}: DraftSelectors) =>
  createSelector(
    selectLiveConfiguration,
    selectEditedConfiguration,
    (before, after): readonly EditProblem[] => checkEdit({ before, after }),
  );

/** Creates the selector of drafts with conflicts that a person has to resolve first. */
export const createUndecidedSelector = ({ selectDrafts, selectDraftStates }: DraftSelectors) =>
  createSelector(selectDrafts, selectDraftStates, (drafts, states) =>
    drafts.filter((draft) => {
      const state = states.get(draftRef(draft))?.type;
      return state === "conflict" || state === "deleted" || state === "changed";
    }),
  );
