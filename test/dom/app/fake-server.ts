import type { SyncTokenAnswer } from "@schedule-manager/shared/api/api";
import { FUNCTIONS } from "./fake-flex";

interface ServerOptions {
  readonly right?: SyncTokenAnswer["right"];
  /** Whether the page's server reports the time. */
  readonly dates?: boolean;
  /** ms by which the servers' clocks are ahead of this computer's. */
  readonly ahead?: number;
}

/** Answers of the page's server and of the functions, by `fetch`, which jsdom lacks. */
export function fakeServer({ right = "read", dates = true, ahead = 0 }: ServerOptions = {}) {
  const requests: string[] = [];
  const answers: Readonly<Record<string, () => object>> = {
    "/sync-token": () => ({
      token: "sync-token",
      serviceSid: "IS0",
      shards: 1,
      ttl: 43_200,
      right,
      identity: "ada",
    }),
    "/health": () => ({}),
    "/admin/list": () => ({
      data: { rules: [], schedules: [] },
      shards: 1,
      version: "3",
      versionIsDeployed: true,
    }),
  };
  const fetch = async (url: string, { method, body }: { method: string; body?: URLSearchParams }) => {
    const now = Date.now() + ahead;
    if (!url.startsWith(FUNCTIONS)) {
      requests.push(`${method} ${url}`);
      return { headers: new Map(dates ? [["date", new Date(now).toUTCString()]] : []) };
    }
    const path = url.slice(FUNCTIONS.length);
    requests.push(`${path} ${body?.get("Token") ?? ""}`);
    const answer = answers[path];
    if (answer === undefined) throw new Error(`${path} is not there`);
    return { ok: true, status: 200, json: async () => ({ ...answer(), now }) };
  };
  Object.assign(globalThis, { fetch });
  return requests;
}
