import type { CatalogueSelectors } from "../catalogue/selectors";
import { createDraftSelectors } from "../drafts/selectors";
import { createSendingSelector } from "../publishing/selectors";

/** All memoised selectors of one store, created once at start on top of the agents' selectors. */
export const createSelectors = (catalogue: CatalogueSelectors) => ({
  ...catalogue,
  ...createDraftSelectors(catalogue),
  selectSending: createSendingSelector(),
});

export type Selectors = ReturnType<typeof createSelectors>;
