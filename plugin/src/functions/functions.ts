import type {
  HealthAnswer,
  ListAnswer,
  PublishAnswer,
  PublishRequest,
  SyncTokenAnswer,
} from "@schedule-manager/shared/api/api";
import { callFunction, type CallResult } from "./call";

/** The functions that the plugin calls. */
export interface Functions {
  syncToken(): Promise<CallResult<SyncTokenAnswer>>;
  /** For the server's time; on a warm instance it makes no Sync request. */
  health(): Promise<CallResult<HealthAnswer>>;
  list(): Promise<CallResult<ListAnswer>>;
  publish(request: PublishRequest): Promise<CallResult<PublishAnswer>>;
}

/** @param onNow receives the server time (ms since the epoch) and the call's duration (ms) */
export function httpFunctions(
  origin: string,
  token: () => string,
  onNow: (now: number, took: number) => void,
): Functions {
  const call = <T>(path: string, fields: Readonly<Record<string, string>> = {}): Promise<CallResult<T>> => {
    const sent = performance.now();
    return callFunction<T>(`${origin}/${path}`, { Token: token(), ...fields }, (now) => {
      onNow(now, performance.now() - sent);
    });
  };
  return {
    syncToken: () => call<SyncTokenAnswer>("sync-token"),
    health: () => call<HealthAnswer>("health"),
    list: () => call<ListAnswer>("admin/list"),
    publish: (request) => call<PublishAnswer>("admin/publish", { publish: JSON.stringify(request) }),
  };
}
