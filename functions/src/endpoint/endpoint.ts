import { fieldOf } from "@schedule-manager/shared/collections/record";
import { randomUUID } from "node:crypto";
import type { Failed } from "../failure";
import { corsHeaders } from "../http/cors";
import type { Reply } from "../http/reply";
import { requestFrom } from "../http/request";
import type { Request } from "../http/request";
import { logLine } from "../log";
import { failedFrom } from "./failed-from";
import { runtimeGlobals } from "../runtime/twilio-runtime";
import type { Context, Handler, RawEvent } from "../runtime/twilio-runtime";
import { settingsFrom } from "../settings";
import type { Settings } from "../settings";
import { SyncFailure } from "../sync/sync-failure";
import { setLogLevel } from "../trace";

export interface Call {
  readonly request: Request;
  readonly settings: Settings;
  readonly context: Context;
  /** When the request arrived, ms since the epoch. */
  readonly now: number;
  readonly requestId: string;
}

export interface Endpoint {
  /** Name in the log. */
  readonly name: string;
  answer(call: Call): Promise<Reply>;
  /** Formats failures differently from `{error, now}`. */
  failed?(failure: Failed, call: Call): Reply;
}

/**
 * Creates a handler that calls back exactly once and never rejects: the runtime answers a rejection with a
 * timeout, with a 500 and a stack trace, or by exiting.
 */
export function endpoint(definition: Endpoint): Handler {
  return async (context, event, callback) => {
    const call = callFrom(context, event);
    setLogLevel(call.settings.logLevel);
    let reply: Reply;
    try {
      reply = await definition.answer(call);
    } catch (error) {
      reply = replyTo(failedFrom(error), definition, call, error);
    }
    const { status, body, headers = {}, log = {} } = reply;
    const ms = Date.now() - call.now;
    logLine({ function: definition.name, requestId: call.requestId, status, ms, ...log });

    const response = new (runtimeGlobals().Twilio.Response)();
    response.setStatusCode(status);
    const all = {
      "Content-Type": "application/json",
      "Cache-Control": "no-store",
      "X-Request-Id": call.requestId,
      ...corsHeaders(call.settings.origins, call.request.header("origin")),
      ...headers,
    };
    for (const [name, value] of Object.entries(all)) response.appendHeader(name, value);
    response.setBody(body);
    callback(null, response);
  };
}

function callFrom(context: Context, event: RawEvent): Call {
  const request = requestFrom(event);
  const given = request.header("t-request-id") ?? "";
  return {
    request,
    settings: settingsFrom(context),
    context,
    now: Date.now(),
    requestId: /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : randomUUID(),
  };
}

/** For clients that support only standard HTTP. */
function retryAfter({ code, details }: Failed): Record<string, string> {
  if (code !== "sync-busy") return {};
  const retryAfterMs = fieldOf(details, "retryAfterMs");
  if (typeof retryAfterMs !== "number") return {};
  return { "Retry-After": String(Math.ceil(retryAfterMs / 1000)) };
}

function replyTo(failure: Failed, definition: Endpoint, call: Call, cause: unknown): Reply {
  const log = {
    error: failure.code,
    ...(failure.code === "internal" && cause instanceof Error
      ? { cause: `${cause.name}: ${cause.stack ?? ""}` }
      : {}),
    ...(cause instanceof SyncFailure
      ? { sync: cause.kind, syncStatus: cause.status, syncCode: cause.code }
      : {}),
  };
  if (definition.failed !== undefined) {
    const reply = definition.failed(failure, call);
    return { ...reply, log: { ...log, ...reply.log } };
  }
  const { code, message, details, more, status } = failure;
  const error = { code, message, ...(details === undefined ? {} : { details }) };
  return { status, body: { ...more, error, now: Date.now() }, log, headers: retryAfter(failure) };
}
