import { WebSocketServer } from "ws";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Faults } from "../faults";
import type { FlexTokens } from "../tokens/flex-tokens";
import { verifySyncToken } from "../tokens/sync-tokens";
import { problemBody, PROBLEMS } from "../sync/problem";
import { SlidingWindow } from "../sync/sliding-window";
import type { Sync } from "../sync/sync";
import { Connection, subscriberFor } from "./connection";
import { DefaultService } from "./default-service";
import { messageId } from "./events";
import type { Admission } from "./init";
import { Subscriptions } from "./subscriptions";
import type { UpstreamRequest, UpstreamResponse } from "./upstream";

/**
 * The limits of one subaccount: https://www.twilio.com/docs/sync/limits. All connections count, those of Flex's own
 * clients too: error 51124 refers to the account's connections, whatever product opened them.
 */
export interface ConnectionLimits {
  readonly connections: number;
  readonly newPerSecond: number;
  readonly requestsPerSecond: number;
}
export const CONNECTION_LIMITS: ConnectionLimits = {
  connections: 7_000,
  newPerSecond: 110,
  requestsPerSecond: 20_000,
};
/** The time between the warning and the end of a client's token, ms. */
const WARNING_MS = 180_000;

/** Answers requests of Flex's own clients; null: call the next handler. */
export type FlexUpstream = (
  request: UpstreamRequest,
  connection: Connection,
) => UpstreamResponse | null | Promise<UpstreamResponse | null>;

const tooMany = (code: number, reason: string): Admission => ({ ok: false, status: 429, code, reason });

/** All Twilsock connections: Sync's, and those of Flex's own clients. */
export class Hub {
  readonly connections = new Set<Connection>();
  readonly subscriptions: Subscriptions;
  readonly saved: (() => Promise<void> | null) | null;
  readonly flexHandlers: FlexUpstream[] = [];
  readonly #defaultService: DefaultService;
  readonly #server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: 1024 * 1024,
  });
  readonly #limits: ConnectionLimits;
  readonly #newConnections: SlidingWindow;
  readonly #requests: SlidingWindow;

  constructor(
    readonly sync: Sync,
    readonly tokens: FlexTokens,
    readonly faults: Faults,
    readonly now: () => number,
    options: {
      readonly estimatedDeliveryMs?: number | undefined;
      readonly limits?: ConnectionLimits | undefined;
      /** The promise that every frame waits for. Default: none. */
      readonly saved?: () => Promise<void> | null;
    },
  ) {
    this.saved = options.saved ?? null;
    this.subscriptions = new Subscriptions(sync.store, options.estimatedDeliveryMs);
    this.#defaultService = new DefaultService(sync, this.subscriptions);
    this.#limits = options.limits ?? CONNECTION_LIMITS;
    this.#newConnections = new SlidingWindow(1000, this.#limits.newPerSecond);
    this.#requests = new SlidingWindow(1000, this.#limits.requestsPerSecond);
  }

  /** Accepts the opening of a websocket. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (opened) => {
      this.connections.add(new Connection(this, opened));
    });
  }

  forget(connection: Connection): void {
    this.connections.delete(connection);
    if (connection.access?.type === "sync") this.subscriptions.leave(connection.access.subscriber);
    this.#defaultService.forget(connection);
  }

  /** Checks the token of a new connection, and the limits of connections. */
  admit(token: string): Admission {
    const admission = this.check(token);
    if (!admission.ok || !this.sync.limits.enabled) return admission;
    let open = 0;
    for (const { access } of this.connections) if (access !== null) open += 1;
    if (open >= this.#limits.connections) return tooMany(51124, "Too many connections");
    if (!this.#newConnections.take(this.now())) {
      return tooMany(51201, "Too many connection requests for this account");
    }
    return admission;
  }

  check(token: string): Admission {
    const flex = this.tokens.validate(token);
    if (flex.valid) {
      const { user } = flex;
      return { ok: true, identity: user.identity, access: () => ({ type: "flex", user, token }) };
    }
    if (flex.code === 20104) return { ok: false, status: 401, code: flex.code, reason: flex.message };
    const verified = verifySyncToken(token, this.now());
    if (!verified.ok) return { ok: false, status: 401, code: verified.code, reason: verified.reason };
    const { grant } = verified;
    if (!this.sync.store.services.has(grant.serviceSid)) {
      return { ok: false, status: 401, code: 20106, reason: "No such Sync service" };
    }
    return {
      ok: true,
      identity: grant.identity,
      access: (connection) => {
        const session = this.sync.as({ type: "identity", identity: grant.identity }, grant.serviceSid);
        const { access } = connection;
        // A new token keeps the subscriptions; only the permissions of the connection are checked again.
        const subscriber = access?.type === "sync" ? access.subscriber : subscriberFor(connection, session);
        return { type: "sync", grant, subscriber };
      },
    };
  }

  /** @returns a refusal when this connection or all together exceed the limit */
  isLimited(own: SlidingWindow): UpstreamResponse | null {
    const now = this.now();
    if (!this.sync.limits.enabled || (own.take(now) && this.#requests.take(now))) return null;
    const { status, code, message } = PROBLEMS.rateLimit;
    return { status, body: problemBody(status, code, message) };
  }

  async askFlex(request: UpstreamRequest, connection: Connection): Promise<UpstreamResponse> {
    const ofDefault = this.#defaultService.answer(request, connection);
    if (ofDefault !== null) return ofDefault;
    for (const handler of this.flexHandlers) {
      const response = await handler(request, connection);
      if (response !== null) return response;
    }
    return { status: 404, body: problemBody(404, 54100, "Not found") };
  }

  /** Warns the clients whose tokens are about to expire, and closes those whose tokens have expired. */
  tick(): void {
    const now = this.now();
    for (const connection of this.connections) {
      const { expiresAt } = connection;
      if (expiresAt === null) continue;
      if (expiresAt <= now) connection.close(410, "TOKEN_EXPIRED", 51207);
      else if (!connection.warned && expiresAt - now <= WARNING_MS) this.#warn(connection);
    }
  }

  /** Warns clients as if their tokens were about to expire. @returns the number of connections */
  warn(which: (connection: Connection) => boolean = () => true): number {
    const chosen = [...this.connections].filter(which);
    for (const connection of chosen) this.#warn(connection);
    return chosen.length;
  }

  #warn(connection: Connection): void {
    connection.warned = true;
    const header = { client_update_type: "token_about_to_expire" };
    connection.send({ method: "client_update", id: messageId(), ...header });
  }

  /** Drops connections without a close frame. @returns the number of connections */
  drop(which: (connection: Connection) => boolean = () => true): number {
    const chosen = [...this.connections].filter(which);
    for (const connection of chosen) connection.socket.terminate();
    return chosen.length;
  }

  /** Closes connections with a Twilsock `close`. @returns the number of connections */
  closeAll(code: number, which: (connection: Connection) => boolean = () => true): number {
    const chosen = [...this.connections].filter(which);
    for (const connection of chosen) connection.close(code, "ORDERED", code === 410 ? 51207 : 0);
    return chosen.length;
  }

  stop(): void {
    this.drop();
    this.#server.close();
  }
}
