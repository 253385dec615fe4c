/** What a handler answers, before the runtime's own response is made of it. */
export interface Reply {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the log line says besides; never a token, a secret or anything a caller wrote at length. */
  readonly log?: Readonly<Record<string, unknown>>;
}
