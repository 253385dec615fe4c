/** Intercepts requests between this process's functions and Sync. */
import http from "node:http";

/**
 * @param hook receives each request to Sync before it is sent
 */
export function onSyncRequest(hook: (request: http.ClientRequest) => void): void {
  const request = http.request.bind(http) as (...args: unknown[]) => http.ClientRequest;
  http.request = (...args: unknown[]): http.ClientRequest => {
    const sent = request(...args);
    if (String(args[0]).includes("/sync.twilio.com/")) hook(sent);
    return sent;
  };
}

/** Ends this process after Sync has executed the request, before the function receives the answer. */
export function killAtAnswer(request: http.ClientRequest): void {
  request.prependListener("response", () => process.kill(process.pid, "SIGKILL"));
}

/** Sends the request only then. */
export function holdUntil(request: http.ClientRequest, thawed: Promise<void>): void {
  const end = request.end.bind(request) as (...args: unknown[]) => http.ClientRequest;
  request.end = (...args: unknown[]): http.ClientRequest => {
    void thawed.then(() => end(...args));
    return request;
  };
}
