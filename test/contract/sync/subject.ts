/** The subject of a suite. Its functions are called once the environment is ready. */
export interface Subject<P> {
  port(): P;
  /** Another port of the same kind with an empty cache. */
  other(): P;
  name(text: string): string;
  pass(ms: number): Promise<void>;
}
