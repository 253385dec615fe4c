/** Gets in between this process's functions and Sync. */
import http from "node:http";

/** @param hook gets each request to Sync before it leaves */
export function onSyncRequest(hook: (request: http.ClientRequest) => void): void {
  const request = http.request.bind(http) as (...args: unknown[]) => http.ClientRequest;
  http.request = (...args: unknown[]): http.ClientRequest => {
    const sent = request(...args);
    if (String(args[0]).includes("/sync.twilio.com/")) hook(sent);
    return sent;
  };
}

/** Ends this process when Sync has done the request, and before the function hears of it. */
export function killAtAnswer(request: http.ClientRequest): void {
  request.prependListener("response", () => process.kill(process.pid, "SIGKILL"));
}

/** Lets the request leave only then. */
export function holdUntil(request: http.ClientRequest, thawed: Promise<void>): void {
  const end = request.end.bind(request) as (...args: unknown[]) => http.ClientRequest;
  request.end = (...args: unknown[]): http.ClientRequest => {
    void thawed.then(() => end(...args));
    return request;
  };
}
