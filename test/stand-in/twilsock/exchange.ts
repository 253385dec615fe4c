/** A request that a client sends through its socket, and the reply. */
import { problemBody } from "../sync/problem";
import { cds } from "./cds";
import type { Access, Connection } from "./connection";
import type { Frame } from "./frames";
import { statusOf, upstreamOf, type UpstreamRequest, type UpstreamResponse } from "./upstream";

/** Answers one `message` frame, with the injected fault if one matches. */
export function exchange(connection: Connection, frame: Frame): void {
  const { access, hub } = connection;
  if (access === null) {
    connection.close(401, "UNAUTHORIZED", 20101);
    return;
  }
  const request = upstreamOf(frame);
  const { method, host, path } = request;
  const identity = connection.identity ?? "";
  const { delayMs, action } = hub.faults.take({ transport: "twilsock", method, host, path, identity });
  const go = (): void => {
    if (action?.do === "refuse") connection.socket.terminate();
    else if (action?.do === "answer") {
      const { status, code = 0, message = "Ordered by a test", retryAfterSeconds: after } = action;
      const headers: Record<string, string> = after === undefined ? {} : { "Retry-After": String(after) };
      reply(connection, frame, { status, headers, body: problemBody(status, code, message) });
    } else {
      answer(connection, access, request, (response) => {
        // The request is applied, but the client never receives the reply.
        if (action !== null) connection.socket.terminate();
        else reply(connection, frame, response);
      });
    }
  };
  if (delayMs > 0) hub.faults.later(go, delayMs);
  else go();
}

function answer(
  connection: Connection,
  access: Access,
  request: UpstreamRequest,
  respond: (response: UpstreamResponse) => void,
): void {
  const { hub } = connection;
  const limited = hub.isLimited(connection.requests);
  if (limited !== null) respond(limited);
  else if (access.type === "flex") {
    hub.askFlex(request, connection).then(respond, (error: unknown) => {
      respond({ status: 500, body: problemBody(500, 20500, String(error)) });
    });
  } else if (request.path === "/v4/Subscriptions") {
    hub.subscriptions.handle(access.subscriber, request, respond);
  } else respond(cds(access.subscriber.session, request));
}

function reply(connection: Connection, { header }: Frame, { status, headers, body }: UpstreamResponse): void {
  connection.send(
    {
      method: "reply",
      id: header.id,
      status: statusOf(200),
      http_status: statusOf(status),
      http_headers: headers ?? {},
    },
    body,
  );
}
