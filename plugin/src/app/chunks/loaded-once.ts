/** Something that is loaded when it is first needed, and kept. */
export interface LoadedOnce<T> {
  /** null: not loaded. */
  readonly current: () => T | null;
  /** Loads it unless it is there or under way; after a failure, anew. */
  readonly load: () => Promise<T>;
}

export function loadedOnce<T>(load: () => Promise<T>): LoadedOnce<T> {
  let value: T | null = null;
  let loading: Promise<T> | null = null;
  return {
    current: () => value,
    load: () =>
      (loading ??= load().then(
        (loaded) => (value = loaded),
        (error: unknown) => {
          loading = null;
          throw error;
        },
      )),
  };
}
