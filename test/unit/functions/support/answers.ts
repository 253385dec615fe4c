/** Calls handlers as Twilio's runtime does, within a test. */
import type { Handler } from "@schedule-manager/functions/runtime/twilio-runtime";

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The log line. */
  readonly log: Readonly<Record<string, unknown>>;
}

/** @param event query, body and `request` */
export async function answerOf(handler: Handler, event: object, env: object = {}): Promise<Answer> {
  let [status, body] = [0, {}];
  const headers: Record<string, string> = {};
  const lines: string[] = [];
  class Response {
    setStatusCode = (given: number) => (status = given);
    setBody = (given: object) => (body = given);
    appendHeader = (name: string, value: string) => (headers[name] = value);
  }
  Object.assign(globalThis, { Twilio: { Response } });
  const log = jest.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
  const callback = jest.fn();
  try {
    await handler(env as Record<string, unknown>, event as Record<string, unknown>, callback);
  } finally {
    log.mockRestore();
    Object.assign(globalThis, { Twilio: undefined });
  }
  expect(callback.mock.calls).toEqual([[null, expect.any(Response)]]);
  return { status, body, headers, log: JSON.parse(lines.at(-1) ?? "{}") as Answer["log"] };
}
