import { configureStore, type Middleware } from "@reduxjs/toolkit";
import { reducer } from "@schedule-manager/plugin/store/root";

/** As Flex's store does it: what is dispatched is copied, so a function would become `{}`. */
const asFlexDoes: Middleware =
  () =>
  (next) =>
  (action: { type: string }): unknown =>
    next({ ...action });

/** A store that treats the plugin as Flex's does. */
export const flexLikeStore = () =>
  configureStore({ reducer: { scheduleManager: reducer }, middleware: [asFlexDoes] });
