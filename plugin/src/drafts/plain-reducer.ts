import { isDraft, original, type PayloadAction } from "@reduxjs/toolkit";

/**
 * A case reducer that returns a whole new state of thousands of items, without Immer's work on each of them: it gets the
 * plain state instead of a proxy, and Immer leaves a result alone that is frozen at its top.
 */
export const plainReducer =
  <S extends object, P>(reduce: (state: S, payload: P) => S) =>
  (before: S, { payload }: PayloadAction<P>): S =>
    Object.freeze(reduce(isDraft(before) ? (original(before) ?? before) : before, payload));
