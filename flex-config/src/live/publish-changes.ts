/** Publishes through the functions, as the plugin does: with a person's Flex token, and all checks made there. */
import { randomBytes } from "node:crypto";
import type {
  Failure,
  ListAnswer,
  PublishAnswer,
  PublishChange,
  PublishRequest,
} from "@schedule-manager/shared/api";
import type { Rule, Schedule } from "@schedule-manager/shared/model";
import type { LiveConfiguration } from "@schedule-manager/shared/transfer/configuration-diff";

export interface FunctionsAccess {
  /** Where the functions are, without a `/` at its end. */
  readonly url: string;
  readonly token: string;
}

export type Answered<T> =
  { readonly ok: true; readonly answer: T } | { readonly ok: false; readonly failure: Failure["error"] };

/** Takes at most so many changes; more go as several publishes, each whole. */
export const MAX_CHANGES = 200;
/** ms; a function runs 10 s at most. */
const TIMEOUT = 15_000;

async function call<T extends object>(
  { url, token }: FunctionsAccess,
  path: string,
  fields: Record<string, string>,
): Promise<Answered<T>> {
  const body = new URLSearchParams({ Token: token, ...fields });
  try {
    const response = await fetch(`${url}/${path}`, {
      method: "POST",
      body,
      // The token goes nowhere else.
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const json = (await response.json()) as T | Failure;
    return "error" in json ? { ok: false, failure: json.error } : { ok: true, answer: json };
  } catch (error) {
    const message = `The functions at ${url} can't be reached: ${error instanceof Error ? error.message : "no answer"}.`;
    return { ok: false, failure: { code: "sync-unreachable", message } };
  }
}

/** What is live, with revisions. */
export async function listLive(access: FunctionsAccess): Promise<Answered<LiveConfiguration>> {
  const listed = await call<ListAnswer>(access, "admin/list", {});
  if (!listed.ok) return listed;
  const { rules, schedules } = listed.answer.data;
  return {
    ok: true,
    answer: {
      rules: rules.map(({ revision, ...value }) => ({ revision, value: value satisfies Rule })),
      schedules: schedules.map(({ revision, status: _status, ...value }) => ({
        revision,
        value: value satisfies Schedule,
      })),
    },
  };
}

export interface PublishProgress {
  readonly version: string;
  readonly done: number;
}

/** Several publishes when there are many changes: in their order, stopped by the first refusal. */
export async function publishChanges(
  access: FunctionsAccess,
  changes: readonly PublishChange[],
  onPublished: (progress: PublishProgress) => void,
): Promise<Answered<{ readonly done: number }>> {
  for (let start = 0; start < changes.length; start += MAX_CHANGES) {
    const part = changes.slice(start, start + MAX_CHANGES);
    const request: PublishRequest = { id: `cli-${randomBytes(12).toString("hex")}`, changes: part };
    const answered = await published(access, request);
    if (!answered.ok) return answered;
    onPublished({ version: answered.answer.version, done: start + part.length });
  }
  return { ok: true, answer: { done: changes.length } };
}

const REPEATS = 5;
/** What the same id may be asked again for: it is told the recorded result, or finished. */
const AGAIN: readonly Failure["error"]["code"][] = [
  "publish-interrupted",
  "publish-in-progress",
  "sync-busy",
];
const PAUSE = 3000;

async function published(access: FunctionsAccess, request: PublishRequest): Promise<Answered<PublishAnswer>> {
  for (let repeat = 0; ; repeat += 1) {
    const answered = await call<PublishAnswer>(access, "admin/publish", { publish: JSON.stringify(request) });
    if (answered.ok || repeat >= REPEATS || !AGAIN.includes(answered.failure.code)) return answered;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
