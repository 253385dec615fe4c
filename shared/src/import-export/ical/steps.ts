/** Long work as a generator. It yields the share that is done, from 0 to 1, every few milliseconds. */
export type Steps<T> = Generator<number, T, undefined>;

/** Runs work to its end; a browser gives the page time between steps. */
export type RunSteps = <T>(steps: Steps<T>) => Promise<T>;

/** Items between two steps, which take some milliseconds. */
const ITEMS = 200;

/** Processes each item. */
export function* eachItem<T>(items: readonly T[], work: (item: T) => void): Steps<void> {
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % ITEMS === 0) yield index / items.length;
    work(item);
  }
}

/** Runs work without a break. */
export const runAtOnce: RunSteps = async (steps) => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return Promise.resolve(step.value);
  }
};
