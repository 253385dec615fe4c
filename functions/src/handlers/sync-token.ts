/** Issues a Sync access token to a signed-in Flex user. */
import type { SyncTokenAnswer } from "@schedule-manager/shared/api/api";
import { EDITOR, READER, VIEWER } from "@schedule-manager/shared/sync/layout";
import { rightOf } from "../auth/person";
import { flexTokens } from "../auth/flex-token";
import { EDITOR_TTL, READER_TTL, mintSyncToken } from "../auth/sync-token";
import { budgetOf } from "../budget";
import { endpoint } from "../endpoint/endpoint";
import type { Call } from "../endpoint/endpoint";
import { Failed } from "../failure";
import type { Reply } from "../http/reply";
import { syncClients } from "../sync/sync-clients";
import { readHead } from "../sync/head-store";

const SHARDS_BUDGET = 4000;
/** Milliseconds; the number of shards changes only when an administrator runs the set-up again. */
const SHARDS_KEPT = 60_000;
let shards: { readonly count: number; readonly until: number } | null = null;

/** Who may toggle may also view. */
const TOKENS = {
  read: [READER, READER_TTL],
  view: [VIEWER, EDITOR_TTL],
  toggle: [VIEWER, EDITOR_TTL],
  edit: [EDITOR, EDITOR_TTL],
} as const;

async function shardCount({ settings, now }: Call): Promise<number> {
  if (shards === null || shards.until <= now) {
    const { data } = await readHead(syncClients(settings)(budgetOf(SHARDS_BUDGET)));
    shards = { count: data.shards, until: now + SHARDS_KEPT };
  }
  return shards.count;
}

async function answer(call: Call): Promise<Reply> {
  const { request, settings, now } = call;
  const person = await flexTokens.personOf(request, settings, now);
  if (settings.apiKey === "" || settings.apiSecret === "" || settings.serviceSid === "") {
    throw new Failed("not-set-up", "Set API_KEY, API_SECRET and SYNC_SERVICE_SID for the functions.");
  }
  const right = rightOf(person, settings);
  const [identity, ttl] = TOKENS[right];
  const token = mintSyncToken(identity, ttl, settings);
  const shards = await shardCount(call);
  const body: SyncTokenAnswer = {
    token,
    serviceSid: settings.serviceSid,
    ttl,
    shards,
    right,
    identity: person.identity,
    now: Date.now(),
  };
  return { status: 200, body, log: { right } };
}

export const handler = endpoint({ name: "sync-token", answer });
