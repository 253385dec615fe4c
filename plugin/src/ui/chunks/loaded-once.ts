/** A value that is loaded on first use and then kept. */
export interface LoadedOnce<T> {
  /** null: not loaded. */
  readonly current: () => T | null;
  /** Loads the value, or shares the load in progress. A call after a failure loads again. */
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
