/**
 * TaskRouter as Flex reaches it: requests posted as `{url, method, params, token}`, events over a websocket.
 * https://www.twilio.com/docs/taskrouter/js-sdk
 */
import type { WebSocket } from "ws";
import { ACCOUNT_SID, type Person, PERSONS } from "../dev-account";
import type { HostRequest, HostResponse } from "../http/host";
import type { FlexTokens, FlexUser } from "../tokens/flex-tokens";
import { jsonOf, ok, refuse, text } from "./answers";
import { Desk, type Tell } from "./desk";
import { FLEX_INSTANCE_SID, QUEUES, WORKSPACE_SID } from "./ids";
import {
  agentOf,
  channelOf,
  channelsOf,
  type ChannelTransfer,
  channelTransfer,
  interactionOf,
  participantsOf,
} from "./interaction";
import { type Reservation, reservation } from "./voice-task";
import { activities, queues } from "./workspace";

/** Pages treat 30 s without a message as a lost connection. */
const HEARTBEAT_MS = 10_000;
const TOKEN_LIFETIME_MS = 24 * 3600 * 1000;

interface BridgeOptions {
  readonly now: () => number;
  readonly tokens: FlexTokens;
  /** Offers a call or chat. */
  readonly onCall: (call: Reservation) => void;
}

const list = (contents: readonly unknown[]): HostResponse =>
  ok({ payload: { contents, after_sid: null, meta: { next_token: null } } });
const found = (payload: unknown): HostResponse =>
  payload === null || payload === undefined ? missing : one(payload);
const one = (payload: unknown): HostResponse => ok({ payload });
const missing = refuse(404, 20404, "The requested resource was not found");

export class EventBridge {
  private calls = 0;
  private readonly desks: ReadonlyMap<string, Desk>;
  /** By their SIDs. An interaction continues after the agent has left it. */
  private readonly interactions = new Map<string, Reservation>();
  private readonly channelTransfers = new Map<string, readonly ChannelTransfer[]>();

  constructor(private readonly options: BridgeOptions) {
    const newCall = (person: Person): Reservation | null => {
      if (!person.roles.includes("agent")) return null;
      const call = reservation(person, (this.calls += 1), options.now());
      this.interactions.set(interactionOf(call), call);
      options.onCall(call);
      return call;
    };
    this.desks = new Map(PERSONS.map((person) => [person.workerSid, new Desk(person, newCall)]));
  }

  allDesks(): Iterable<Desk> {
    return this.desks.values();
  }

  handle(request: HostRequest): HostResponse {
    const { url, method, params, token } = jsonOf(request);
    const validation = this.options.tokens.validate(text(token));
    if (!validation.valid) return refuse(401, validation.code, validation.message);
    const fields = typeof params === "object" && params !== null ? (params as Record<string, unknown>) : {};
    const path = text(url).replace(/^\/+/, "").split("/");
    if (path[1] === "Instances") return this.channelTransfer(method === "POST", path, fields);
    if (path[1] === "Interactions") return this.interaction(path[2] ?? "", path[path.length - 1] ?? "");
    return method === "POST" ? this.write(validation.user, path, fields) : this.read(path);
  }

  private read([, , what, id, part, sid]: readonly string[]): HostResponse {
    const now = this.options.now();
    if (what === "Activities") return list(activities(now));
    if (what === "TaskQueues") {
      const all = queues(now);
      return id === undefined ? list(all) : found(all.find((queue) => queue.sid === id));
    }
    if (what !== "Workers") return missing;
    if (id === undefined) return list([...this.desks.values()].map((desk) => desk.worker(now)));
    const desk = this.desks.get(id);
    if (desk === undefined) return missing;
    if (part === undefined) return one(desk.worker(now));
    if (part === "WorkerChannels") return list(desk.channels(now));
    if (part !== "Reservations") return missing;
    if (sid === undefined) return list(desk.reservations());
    return found(desk.reservations().find((each) => each.sid === sid));
  }

  /** `v1/Interactions/{KD}/Channels[/{UO}/Participants[/{UT}]]`; an update of a participant has no effect. */
  private interaction(sid: string, what: string): HostResponse {
    const call = this.interactions.get(sid);
    if (call === undefined) return missing;
    if (what === "Channels") return one(channelsOf(call));
    return one(what === "Participants" ? participantsOf(call) : {});
  }

  /** `v1/Instances/{GO}/Interactions/{KD}/Channels/{UO}/Transfers`. */
  private channelTransfer(
    isNew: boolean,
    [, , instance, , sid = "", , channel, what]: readonly string[],
    fields: Record<string, unknown>,
  ): HostResponse {
    const call = this.interactions.get(sid);
    if (call === undefined || instance !== FLEX_INSTANCE_SID || channelOf(call) !== channel) return missing;
    if (what !== "Transfers") return missing;
    const begun = this.channelTransfers.get(sid) ?? [];
    if (!isNew) return one(begun);
    const to = text(fields["to"]);
    const isTarget = this.desks.has(to) || QUEUES.some((queue) => queue.sid === to);
    if (!isTarget || text(fields["from"]) !== agentOf(call) || text(fields["type"]) !== "cold")
      return refuse(400, 20001, "A transfer goes from the agent's participant to a queue or worker, cold");
    const now = this.options.now();
    const made = channelTransfer(call, to, now);
    this.channelTransfers.set(sid, [...begun, made]);
    const desk = this.desks.get(call.worker_sid);
    setImmediate(() => desk?.setReservation(call.sid, "completed", this.options.now()));
    return one(made);
  }

  private write(
    user: FlexUser,
    [, , what, workerSid = "", part, sid = ""]: readonly string[],
    fields: Record<string, unknown>,
  ): HostResponse {
    const desk = this.desks.get(workerSid);
    const now = this.options.now();
    if (what !== "Workers" || desk === undefined) return missing;
    const supervises = user.roles.some((role) => role === "admin" || role === "supervisor");
    if (desk.person.workerSid !== user.workerSid && !supervises)
      return refuse(403, 20403, "Another worker's desk");
    if (part === undefined) return found(desk.setActivity(text(fields["ActivitySid"]), now));
    if (part === "Reservations")
      return found(desk.setReservation(sid, text(fields["ReservationStatus"]), now));
    if (part === "Transfers") {
      const begun = desk.transfer(
        text(fields["ReservationSid"]),
        text(fields["To"]),
        text(fields["Mode"]),
        now,
      );
      if (begun !== null) setImmediate(() => desk.settleTransfer(this.options.now()));
      return found(begun);
    }
    return one({});
  }

  /** A page's websocket; its address contains the token. */
  connect(socket: WebSocket, query: URLSearchParams): void {
    const validation = this.options.tokens.validate(query.get("token") ?? "");
    const desk = validation.valid ? this.desks.get(validation.user.workerSid) : undefined;
    if (desk === undefined) {
      socket.close(1008, "The Flex token is unknown or has expired");
      return;
    }
    const tell: Tell = (event_type, payload) => socket.send(JSON.stringify({ event_type, payload }));
    desk.open(tell);
    const beat = setInterval(() => socket.send(" "), HEARTBEAT_MS);
    socket.on("close", () => {
      clearInterval(beat);
      desk.close(tell);
    });
    tell("init", {
      channel_id: desk.person.workerSid,
      account_sid: ACCOUNT_SID,
      workspace_sid: WORKSPACE_SID,
      token_lifetime: TOKEN_LIFETIME_MS,
    });
  }
}
