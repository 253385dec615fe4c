import { isDraft, original } from "@reduxjs/toolkit";

/** The plain state, for reducers that return a whole new one: Immer's proxies of thousands of items are slow. */
export const plainState = <S>(state: S): S => (isDraft(state) ? (original(state) ?? state) : state);
