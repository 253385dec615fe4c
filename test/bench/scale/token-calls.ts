import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { SyncTokenAnswer } from "@schedule-manager/shared/api/api";
import type { ErrorCode } from "@schedule-manager/shared/api/error-codes";
import type { CallResult } from "@schedule-manager/plugin/functions/call";
import { startInstance } from "../../integration/functions/support/instance";
import { buildInto } from "../../integration/functions/support/runtime";

export interface TokenCalls {
  /** Calls the built `sync-token` in this process. */
  readonly request: () => Promise<CallResult<SyncTokenAnswer>>;
  /** The folder of the built functions. */
  readonly folder: string;
  /** The address of the function for other processes. */
  readonly url: string;
  readonly count: () => number;
  readonly failed: () => number;
  /** The most calls within any second. */
  readonly mostPerSecond: () => number;
  readonly stop: () => Promise<void>;
}

/** The function that mints tokens, with a count of its calls over time. */
export async function tokenCalls(twilioUrl: string): Promise<TokenCalls> {
  const built = await buildInto();
  const instance = startInstance({ folder: built.folder, name: "sync-token", twilioUrl });
  const times: number[] = [];
  let failed = 0;
  const call = async () => {
    times.push(Date.now());
    const answer = await instance.call({ Token: "flex-token-sam" });
    if (answer.status !== 200) failed += 1;
    return answer;
  };
  const server = createServer((request, response) => {
    request.resume();
    void call().then((answer) => {
      response.writeHead(answer.status, { "content-type": "application/json" });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    request: async () => {
      const { status, body } = await call();
      if (status === 200) return { ok: true, answer: body as unknown as SyncTokenAnswer };
      const { code, message } = body["error"] as { readonly code: ErrorCode; readonly message: string };
      return { ok: false, code, message, body };
    },
    folder: built.folder,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: () => times.length,
    failed: () => failed,
    mostPerSecond: () =>
      times.reduce(
        (most, from) => Math.max(most, times.filter((at) => at >= from && at < from + 1000).length),
        0,
      ),
    stop: async () => {
      server.close();
      await built.remove();
    },
  };
}
