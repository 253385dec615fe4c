import { configureStore } from "@reduxjs/toolkit";
import { reducer, type RootState } from "@schedule-manager/plugin/state/root";

/** A store that treats the plugin as Flex's does: what is dispatched is copied, so a function would become `{}`. */
export const flexLikeStore = () =>
  configureStore({
    reducer: { scheduleManager: reducer },
    middleware: [() => (next) => (action: Record<string, unknown>) => next({ ...action })],
  });

export type TestStore = ReturnType<typeof flexLikeStore>;
export type { RootState };
