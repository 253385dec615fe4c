/**
 * The environment of the contract suite, by default a separate stand-in. With CONTRACT_ACCOUNT_SID,
 * CONTRACT_AUTH_TOKEN, CONTRACT_API_KEY and CONTRACT_API_SECRET set, the same suites run against that real account, in a
 * Sync service that is created for them and removed afterwards:
 *
 *     CONTRACT_ACCOUNT_SID=AC… … npx jest --selectProjects contract test/contract/sync/rest test/contract/sync/client
 *
 * Behaviour that only a stand-in can produce (faults, restarts, a moved clock) is tested in files that always use one.
 */
import twilio from "twilio";
import { SyncClient } from "twilio-sync";
import { ACCOUNT_SID, API_KEY, API_SECRET, AUTH_TOKEN, SYNC_SERVICE_SID } from "../../stand-in/dev-account";
import { startStandIn, type StandIn, type StandInOptions } from "../../stand-in/server";
import type { Rights } from "./port";

interface Keys {
  readonly accountSid: string;
  readonly authToken: string;
  readonly apiKey: string;
  readonly apiSecret: string;
}

export type RestService = ReturnType<twilio.Twilio["sync"]["v1"]["services"]>;

export interface Environment {
  readonly rest: RestService;
  /** A client of the real library, with a token for this identity. */
  connect(identity: string): SyncClient;
  token(identity: string): string;
  setAcl(enabled: boolean): Promise<void>;
  permit(kind: "map" | "document", id: string, identity: string, rights: Rights): Promise<void>;
  /** A unique name. */
  name(text: string): string;
  /** Advances time; really waits if the clock cannot be moved. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** An environment on the stand-in, with access to it. Its clock moves only on request. */
export interface StandInEnvironment extends Environment {
  readonly standIn: StandIn;
}

const DEVELOPMENT: Keys = {
  accountSid: ACCOUNT_SID,
  authToken: AUTH_TOKEN,
  apiKey: API_KEY,
  apiSecret: API_SECRET,
};

/** The library's timers that watch subscriptions outlive its `shutdown`; short ones let a test file end. */
const DELIVERY_MS = 200;
const LAST_TIMER_MS = 4 * DELIVERY_MS;

export async function standInEnvironment(options: Partial<StandInOptions> = {}): Promise<StandInEnvironment> {
  let now = Date.now();
  const standIn = await startStandIn({
    port: 0,
    limits: false,
    now: () => now,
    estimatedDeliveryMs: DELIVERY_MS,
    ...options,
  });
  const account = twilio(ACCOUNT_SID, AUTH_TOKEN);
  account.sync.baseUrl = standIn.url;
  const shared = common(DEVELOPMENT, account, SYNC_SERVICE_SID, { uri: standIn.twilsockUrl });
  return {
    ...shared,
    standIn,
    async pass(ms) {
      now += ms;
      standIn.tick();
    },
    async close() {
      await shared.close();
      await standIn.stop();
      await new Promise((resolve) => setTimeout(resolve, LAST_TIMER_MS));
    },
  };
}

/** The environment named by the variables: a real account, otherwise a stand-in. */
export async function environment(): Promise<Environment> {
  const keys = accountKeys();
  if (keys === null) return standInEnvironment();
  const account = twilio(keys.accountSid, keys.authToken);
  const service = await account.sync.v1.services.create({ friendlyName: "Contract suite, to be removed" });
  const shared = common(keys, account, service.sid, {});
  return {
    ...shared,
    pass: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    async close() {
      await shared.close();
      await account.sync.v1.services(service.sid).remove();
    },
  };
}

function accountKeys(): Keys | null {
  const { env } = process;
  const accountSid = env["CONTRACT_ACCOUNT_SID"];
  const authToken = env["CONTRACT_AUTH_TOKEN"];
  const apiKey = env["CONTRACT_API_KEY"];
  const apiSecret = env["CONTRACT_API_SECRET"];
  if (!accountSid || !authToken || !apiKey || !apiSecret) return null;
  return { accountSid, authToken, apiKey, apiSecret };
}

let names = 0;

function common(keys: Keys, account: twilio.Twilio, serviceSid: string, twilsock: { readonly uri?: string }) {
  const rest = account.sync.v1.services(serviceSid);
  const clients: SyncClient[] = [];
  const token = (identity: string): string => {
    const { AccessToken } = twilio.jwt;
    const made = new AccessToken(keys.accountSid, keys.apiKey, keys.apiSecret, { identity });
    made.addGrant(new AccessToken.SyncGrant({ serviceSid }));
    return made.toJwt();
  };
  return {
    rest,
    token,
    connect(identity: string): SyncClient {
      const retryPolicy = { min: 50, max: 500, randomness: 0.2 };
      const client = new SyncClient(token(identity), { twilsock, retryPolicy });
      clients.push(client);
      return client;
    },
    async setAcl(aclEnabled: boolean): Promise<void> {
      await rest.update({ aclEnabled });
    },
    async permit(kind: "map" | "document", id: string, identity: string, rights: Rights): Promise<void> {
      const all = {
        read: rights.read === true,
        write: rights.write === true,
        manage: rights.manage === true,
      };
      if (kind === "map") await rest.syncMaps(id).syncMapPermissions(identity).update(all);
      else await rest.documents(id).documentPermissions(identity).update(all);
    },
    name(text: string): string {
      names += 1;
      return `${text}-${process.pid}-${Date.now()}-${names}`;
    },
    async close(): Promise<void> {
      await Promise.all(clients.map((client) => client.shutdown()));
    },
  };
}
