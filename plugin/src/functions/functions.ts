import {
  type ParseAnswer,
  parseList,
  parsePublish,
  parseReleaseLocks,
  parseSyncToken,
  parseTimed,
} from "@schedule-manager/shared/api/answers";
import type {
  ListAnswer,
  PublishAnswer,
  PublishRequest,
  ReleaseLocksAnswer,
  ReleaseLocksRequest,
  SyncTokenAnswer,
} from "@schedule-manager/shared/api/api";
import { callFunction, type CallResult } from "./call";

/** The functions that the plugin calls. */
export interface Functions {
  syncToken(): Promise<CallResult<SyncTokenAnswer>>;
  /** For the server's time; on a warm instance it makes no Sync request. */
  health(): Promise<CallResult<{ readonly now: number }>>;
  list(): Promise<CallResult<ListAnswer>>;
  publish(request: PublishRequest): Promise<CallResult<PublishAnswer>>;
  /** For a page that ends: the request outlives it. */
  releaseLocks(request: ReleaseLocksRequest): Promise<CallResult<ReleaseLocksAnswer>>;
}

/** @param onNow receives the server time (ms since the epoch) and the call's duration (ms) */
export function httpFunctions(
  origin: string,
  token: () => string,
  onNow: (now: number, took: number) => void,
): Functions {
  const call = <T>(
    path: string,
    parse: ParseAnswer<T>,
    fields: Readonly<Record<string, string>> = {},
    keepalive = false,
  ): Promise<CallResult<T>> => {
    const sent = performance.now();
    const options = {
      keepalive,
      onNow: (now: number): void => {
        onNow(now, performance.now() - sent);
      },
    };
    return callFunction(`${origin}/${path}`, { Token: token(), ...fields }, parse, options);
  };
  return {
    syncToken: () => call("sync-token", parseSyncToken),
    health: () => call("health", parseTimed),
    list: () => call("admin/list", parseList),
    publish: (request) => call("admin/publish", parsePublish, { publish: JSON.stringify(request) }),
    releaseLocks: (request) =>
      call("admin/release-locks", parseReleaseLocks, { locks: JSON.stringify(request) }, true),
  };
}
