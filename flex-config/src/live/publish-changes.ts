/**
 * Publishes through the functions, like the plugin: with a user's Flex token, and with all checks in the
 * functions.
 */
import {
  type ParseAnswer,
  parseFailure,
  parseList,
  parsePublish,
  retryOf,
} from "@schedule-manager/shared/api/answers";
import { randomBytes } from "node:crypto";
import type {
  Failure,
  ListAnswer,
  PublishAnswer,
  PublishChange,
  PublishRequest,
} from "@schedule-manager/shared/api/api";
import { PublishPace } from "@schedule-manager/shared/api/publish-pace";
import { costOf, splitChanges } from "@schedule-manager/shared/api/write-limits";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import type { LiveConfiguration } from "@schedule-manager/shared/import-export/configuration/configuration-diff";

export interface FunctionsAccess {
  /** Address of the functions, without a trailing `/`. */
  readonly url: string;
  readonly token: string;
}

export type LiveAnswer<T> =
  { readonly ok: true; readonly answer: T } | { readonly ok: false; readonly failure: Failure["error"] };

/** Milliseconds; a function runs for at most 10 s. */
const TIMEOUT = 15_000;

async function call<T>(
  { url, token }: FunctionsAccess,
  path: string,
  fields: Record<string, string>,
  parse: ParseAnswer<T>,
): Promise<LiveAnswer<T>> {
  const body = new URLSearchParams({ Token: token, ...fields });
  try {
    const response = await fetch(`${url}/${path}`, {
      method: "POST",
      body,
      // Redirects are refused, so that the token is sent to no other host.
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const json: unknown = await response.json();
    const failure = parseFailure(json);
    if (failure !== null) return { ok: false, failure };
    const answer = parse(json);
    if (answer === null) throw new Error(`an answer of another shape (${response.status})`);
    return { ok: true, answer };
  } catch (error) {
    const message = `The functions at ${url} are unreachable: ${error instanceof Error ? error.message : "no answer"}.`;
    return { ok: false, failure: { code: "sync-unreachable", message } };
  }
}

/** The published configuration with revisions. */
export async function listLive(
  access: FunctionsAccess,
): Promise<LiveAnswer<LiveConfiguration & Pick<ListAnswer, "shards">>> {
  const listed = await call(access, "admin/list", {}, parseList);
  if (!listed.ok) return listed;
  const { data, shards } = listed.answer;
  const { rules, schedules } = data;
  return {
    ok: true,
    answer: {
      shards,
      rules: rules.map(({ revision, ...value }) => ({ revision, value: value satisfies Rule })),
      schedules: schedules.map(({ revision, status: _status, ...value }) => ({
        revision,
        value: value satisfies Schedule,
      })),
    },
  };
}

interface PublishProgress {
  readonly version: string;
  readonly done: number;
}

export interface PublishTools {
  /** The number of Sync Maps for each kind of item. */
  readonly shards: number;
  /** A monotonic clock in ms. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly onPublished: (progress: PublishProgress) => void;
  /** Called before a wait for Sync's rate limit. */
  readonly onWait: (ms: number) => void;
}

/**
 * Splits many changes into several publishes, in order, at the rate that Sync accepts. The first refusal stops
 * the rest.
 */
export async function publishChanges(
  access: FunctionsAccess,
  changes: readonly PublishChange[],
  { shards, now, wait, onPublished, onWait }: PublishTools,
): Promise<LiveAnswer<{ readonly done: number }>> {
  const pace = new PublishPace();
  const pause = async (ms: number): Promise<void> => {
    if (ms === 0) return;
    onWait(ms);
    await wait(ms);
  };
  let done = 0;
  for (const part of splitChanges(changes, shards)) {
    const request: PublishRequest = { id: `cli-${randomBytes(12).toString("hex")}`, changes: part };
    const cost = costOf(part, shards);
    await pause(pace.waitFor(cost, now()));
    const answered = await published(access, request, pause);
    if (!answered.ok) return answered;
    pace.published(cost, now());
    done += part.length;
    onPublished({ version: answered.answer.version, done });
  }
  return { ok: true, answer: { done: changes.length } };
}

const REPEATS = 5;
/** Codes after which a repeat with the same id returns the recorded result or finishes the publish. */
const AGAIN: readonly Failure["error"]["code"][] = [
  "publish-interrupted",
  "publish-in-progress",
  "sync-busy",
];
/** Milliseconds, if the answer gives no pause. */
const PAUSE = 3000;
/** Milliseconds: Sync's window is ten seconds, and its pauses are at most a minute. */
const LONGEST_PAUSE = 60_000;

const pauseAfter = (error: Failure["error"]): number =>
  Math.min(Math.max(retryOf({ error }).retryAfterMs, PAUSE), LONGEST_PAUSE);

async function published(
  access: FunctionsAccess,
  request: PublishRequest,
  pause: (ms: number) => Promise<void>,
): Promise<LiveAnswer<PublishAnswer>> {
  for (let repeat = 0; ; repeat += 1) {
    const fields = { publish: JSON.stringify(request) };
    const answered = await call(access, "admin/publish", fields, parsePublish);
    if (answered.ok || repeat >= REPEATS || !AGAIN.includes(answered.failure.code)) return answered;
    await pause(pauseAfter(answered.failure));
  }
}
