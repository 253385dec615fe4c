import { createCatalogueSelectors } from "@schedule-manager/plugin/catalogue/selectors";
import { createSelectors, type Selectors } from "@schedule-manager/plugin/store/selectors";
import { configureStore, type Middleware } from "@reduxjs/toolkit";
import { reducer } from "@schedule-manager/plugin/store/root";

/** Flex's store copies each action, which turns a function into `{}`. */
const asFlexDoes: Middleware =
  () =>
  (next) =>
  (action: { type: string }): unknown =>
    next({ ...action });

/** A store that treats actions like Flex's. */
export const flexLikeStore = () =>
  configureStore({ reducer: { scheduleManager: reducer }, middleware: [asFlexDoes] });

/** The selectors that `start` creates for each store. */
export const storeSelectors = (): Selectors => createSelectors(createCatalogueSelectors());
