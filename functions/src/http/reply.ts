/** A handler's answer, before it becomes the runtime's response. */
export interface Reply {
  readonly status: number;
  /** An object becomes JSON, a text is sent as it is; null: no body. */
  readonly body: object | string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Further fields of the log line; never a token, a secret or long user input. */
  readonly log?: Readonly<Record<string, unknown>>;
}
