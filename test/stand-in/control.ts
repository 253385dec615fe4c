/**
 * The stand-in's own switches, for tests in other processes and for manual use with curl:
 *
 * - `GET /stand-in/account`: the account's values, to try a deploy
 * - `GET /stand-in/state`: connections, limits, counters by object name, faults
 * - `POST /stand-in/faults` with a fault as JSON, see faults.ts; `DELETE /stand-in/faults[/{id}]`
 * - `POST /stand-in/limits` `{"enabled": true}`
 * - `POST /stand-in/counters/reset`
 * - `POST /stand-in/connections/drop` `{"identity"?: "…"}`, `POST /stand-in/connections/close` `{"code": 410, …}`
 * - `POST /stand-in/tokens` `{"person"?, "identity"?, "roles"?, "expiresAt"?}`: mints a Flex token
 */
import { ACCOUNT_SID, AUTH_TOKEN } from "./dev-account";
import { jsonFields, segmentsOf, type HostRequest, type HostResponse } from "./http/host";
import type { Fault } from "./faults";
import type { StandInParts } from "./server";

/** The host name of these paths in the router; faults never affect it. */
export const CONTROL_HOST = "stand-in.localhost";
export const CONTROL_PATH = "/stand-in/";

export function control(parts: StandInParts, request: HostRequest): HostResponse {
  const { faults, sync, hub, tokens } = parts;
  const [, subject, verb] = segmentsOf(request.path);
  const body = jsonFields(request.body.toString());
  const ok = (answer: unknown = {}): HostResponse => ({ status: 200, body: answer });
  const of = typeof body["identity"] === "string" ? body["identity"] : null;
  const chosen = (connection: { identity: string | null }): boolean =>
    of === null || connection.identity === of;

  switch (`${request.method} ${subject ?? ""}${verb === undefined ? "" : `/${verb}`}`) {
    case "GET account":
      return ok({ ACCOUNT_SID, AUTH_TOKEN });
    case "GET state":
      return ok({
        connections: [...hub.connections].map(({ identity, access, products }) => ({
          identity,
          products,
          kind: access?.type ?? null,
        })),
        limits: sync.limits.enabled,
        objects: parts.countersByName(),
        faults: faults.list(),
      });
    case "POST faults":
      if (typeof body["match"] !== "object" || body["match"] === null)
        return {
          status: 400,
          body: { message: "a fault needs a match, see faults.ts: {} for every request" },
        };
      return ok({ id: faults.add(body as unknown as Fault) });
    case "DELETE faults":
      faults.clear();
      return ok();
    case "POST limits":
      sync.limits.enabled = body["enabled"] === true;
      return ok();
    case "POST counters/reset":
      sync.limits.resetCounters();
      return ok();
    case "POST connections/drop":
      return ok({ dropped: hub.drop(chosen) });
    case "POST connections/close":
      return ok({ closed: hub.closeAll(Number(body["code"] ?? 308), chosen) });
    case "POST tokens":
      return ok({ token: tokens.mint(body) });
    default:
      if (request.method === "DELETE" && subject === "faults") {
        faults.remove(Number(verb));
        return ok();
      }
      return { status: 404, body: { message: `no such switch: ${request.method} ${request.path}` } };
  }
}
