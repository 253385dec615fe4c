import type { PublishRequest, SyncTokenAnswer } from "@schedule-manager/shared/api/api";
import { FUNCTIONS } from "./fake-flex";

interface ServerOptions {
  readonly right?: SyncTokenAnswer["right"];
  /** Whether the page's server reports the time. */
  readonly dates?: boolean;
  /** ms by which the servers' clocks are ahead of this computer's. */
  readonly ahead?: number;
  /** The publishes that get no answer, by their number from 1. */
  readonly unanswered?: readonly number[];
}

/** Answers of the page's server and of the functions, by `fetch`, which jsdom lacks. */
export function fakeServer({ right = "read", dates = true, ahead = 0, unanswered = [] }: ServerOptions = {}) {
  const requests: string[] = [];
  const publishes: PublishRequest[] = [];
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
    if (path === "/admin/publish") {
      const request = JSON.parse(body?.get("publish") ?? "") as PublishRequest;
      publishes.push(request);
      if (unanswered.includes(publishes.length)) throw new Error("offline");
      const items = request.changes.map(({ kind, id, value }) => ({
        kind,
        id,
        revision: value === null ? null : "9",
        value,
      }));
      const published = { id: request.id, version: "2", items, skipped: [], now };
      return { ok: true, status: 200, json: async () => published };
    }
    const answer = answers[path];
    if (answer === undefined) throw new Error(`${path} is not there`);
    return { ok: true, status: 200, json: async () => ({ ...answer(), now }) };
  };
  Object.assign(globalThis, { fetch });
  return { requests, publishes };
}
