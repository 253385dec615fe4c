import { type Reducer, useEffect, useMemo, useReducer, useRef } from "react";
import { SyncProblem } from "../sync/connection";
import { type LoadedPage, NO_PAGES, type PagesEvent, pagesReducer, type PagesState } from "./pages";

export interface Pages<T> extends PagesState<T> {
  readonly loadMore: () => void;
  readonly retry: () => void;
}

const statusOf = (error: unknown): number => (error instanceof SyncProblem ? error.status : 0);

/**
 * Pages of a list that grows at its start. It loads the newest page at first and for each new version; older ones on
 * demand.
 * @param load a stable function; a list of other items needs a component of its own, by its `key`
 * @param version null: nothing can be read now
 */
export function usePages<T>(
  load: (before: number | null) => Promise<LoadedPage<T>>,
  generationOf: (item: T) => number,
  version: number | null,
): Pages<T> {
  const reducer = useMemo(() => pagesReducer(generationOf), [generationOf]);
  const [state, dispatch] = useReducer<Reducer<PagesState<T>, PagesEvent<T>>>(reducer, NO_PAGES);
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current = -1;
    },
    [],
  );

  const readNewest = (of: number): void => {
    turn.current += 1;
    const request = turn.current;
    load(null).then(
      (page) => {
        if (request === turn.current) dispatch({ type: "newest", page, version: of });
      },
      (error: unknown) => {
        if (request === turn.current) dispatch({ type: "failed", status: statusOf(error) });
      },
    );
  };
  useEffect(() => {
    if (version !== null) readNewest(version);
    // `readNewest` changes on every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [load, version]);

  return {
    ...state,
    loadMore() {
      const below = state.next;
      if (state.loadingMore || below === null) return;
      dispatch({ type: "asked" });
      load(below).then(
        (page) => {
          if (turn.current >= 0) dispatch({ type: "older", below, page });
        },
        (error: unknown) => {
          if (turn.current >= 0) dispatch({ type: "failed", status: statusOf(error) });
        },
      );
    },
    retry() {
      if (version !== null) readNewest(version);
    },
  };
}
