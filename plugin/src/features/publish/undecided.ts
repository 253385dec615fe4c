import { createSelector } from "@reduxjs/toolkit";
import { draftRef } from "../../drafts/draft";
import type { DraftSelectors } from "../../drafts/selectors";

/** Creates the selector of drafts with conflicts that a person has to resolve first. */
export const createUndecidedSelector = ({ selectDrafts, selectDraftStates }: DraftSelectors) =>
  createSelector(selectDrafts, selectDraftStates, (drafts, states) =>
    drafts.filter((draft) => {
      const state = states.get(draftRef(draft))?.type;
      return state === "conflict" || state === "deleted" || state === "changed";
    }),
  );
