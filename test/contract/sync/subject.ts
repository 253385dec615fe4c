/** What a suite is run on. The functions are called once there is something to run on. */
export interface Subject<P> {
  port(): P;
  /** Another one of the same kind, which has cached nothing yet. */
  other(): P;
  name(text: string): string;
  pass(ms: number): Promise<void>;
}
