import type { CatalogueSelectors } from "../catalogue/selectors";
import { createDraftSelectors } from "../drafts/selectors";
import { createSendingSelector } from "../publishing/selectors";

/** All memoised selectors of one store: made once at its start, on top of those that agents have too. */
export const createSelectors = (catalogue: CatalogueSelectors) => ({
  ...catalogue,
  ...createDraftSelectors(catalogue),
  selectSending: createSendingSelector(),
});

export type Selectors = ReturnType<typeof createSelectors>;
