/**
 * Asks once for all that ask within some time; a failure is asked again.
 * @param keep ms for which an answer holds
 */
export function remembered<T>(ask: () => Promise<T>, keep: number, now: () => number): () => Promise<T> {
  let last: { readonly at: number; readonly answer: Promise<T> } | null = null;
  return () => {
    if (last !== null && now() - last.at < keep) return last.answer;
    const asked = { at: now(), answer: ask() };
    last = asked;
    asked.answer.catch(() => {
      if (last === asked) last = null;
    });
    return asked.answer;
  };
}
