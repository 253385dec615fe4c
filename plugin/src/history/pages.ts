/** A page of a list that grows at its start, newest first. */
export interface LoadedPage<T> {
  readonly items: readonly T[];
  readonly more: boolean;
  /** The next page contains generations below this one. */
  readonly next: number;
}

export interface PagesState<T> {
  readonly items: readonly T[];
  /** `loading`: nothing is loaded. `failed`: the last request failed; loaded items stay. */
  readonly state: "loading" | "ready" | "failed";
  readonly more: boolean;
  readonly next: number | null;
  readonly loadingMore: boolean;
  /** The HTTP status of the failure; 0: no answer. */
  readonly status: number;
  /** The version whose newest page is loaded; null: none. */
  readonly version: number | null;
}

export type PagesEvent<T> =
  | { readonly type: "newest"; readonly page: LoadedPage<T>; readonly version: number }
  | { readonly type: "asked" }
  | { readonly type: "older"; readonly below: number; readonly page: LoadedPage<T> }
  | { readonly type: "failed"; readonly status: number };

export const NO_PAGES: PagesState<never> = {
  items: [],
  state: "loading",
  more: false,
  next: null,
  loadingMore: false,
  status: 200,
  version: null,
};

/** Merges each page with the loaded ones; `generationOf` orders the items. */
export const pagesReducer =
  <T>(generationOf: (item: T) => number) =>
  (state: PagesState<T>, event: PagesEvent<T>): PagesState<T> => {
    switch (event.type) {
      case "newest": {
        const { page, version } = event;
        const done = { ...state, state: "ready", version, status: 200 } as const;
        const lowest = page.items[page.items.length - 1];
        const newest = state.items[0];
        const meets =
          page.more &&
          lowest !== undefined &&
          newest !== undefined &&
          generationOf(newest) >= generationOf(lowest);
        // The pages do not meet, so there is a gap: start over with the new page.
        if (!meets) return { ...done, ...page };
        const older = state.items.filter((item) => generationOf(item) < generationOf(lowest));
        return older.length === 0 ? { ...done, ...page } : { ...done, items: [...page.items, ...older] };
      }
      case "asked":
        return { ...state, loadingMore: true };
      case "older": {
        const { below, page } = event;
        const answered = { ...state, loadingMore: false };
        if (below !== state.next) return answered;
        return { ...answered, ...page, items: [...state.items, ...page.items], state: "ready" };
      }
      case "failed":
        return { ...state, state: "failed", status: event.status, loadingMore: false };
    }
  };
