import {
  type ParseAnswer,
  parseFailure,
  parseList,
  parsePublish,
} from "@schedule-manager/shared/api/answers";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import type { LiveAnswer, Publisher } from "./publisher";

interface FunctionsAccess {
  /** Address of the functions, without a trailing `/`. */
  readonly url: string;
  readonly token: string;
}

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

/** Publishes through the functions, like the plugin: on behalf of a Flex user. */
export const publishByFunctions = (access: FunctionsAccess): Publisher => ({
  async list() {
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
  },
  publish: (request) => call(access, "admin/publish", { publish: JSON.stringify(request) }, parsePublish),
});
