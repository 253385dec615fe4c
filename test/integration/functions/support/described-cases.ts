import type { CatalogueHead } from "@schedule-manager/shared/sync/layout";
import { SYNC_SERVICE_SID } from "../../../stand-in/dev-account";
import type { InstanceOptions } from "./instance";
import type { World } from "./world";

export const ada = { Token: "flex-token-ada" };
const schedule = { name: "Example", timeZone: "America/Chicago", manualClose: false, rules: ["always-1"] };
const base = { revision: "0", value: schedule };
export const close = (more: object = {}) => ({
  id: "publish-described",
  changes: [{ kind: "schedule", id: "example-1", base, value: { ...schedule, manualClose: true } }],
  ...more,
});
const publishing = (publish: unknown, person = "ada") => ({
  Token: `flex-token-${person}`,
  publish: JSON.stringify(publish),
});
const page = { lockId: "page-a", items: ["s:example-1", "r:always-1"] };
const locks = JSON.stringify(page);
const lockDocument = (w: World) => w.client.sync.v1.services(SYNC_SERVICE_SID).documents("head");
const refuse = (w: World) =>
  void w.standIn.faults.add({
    match: { transport: "http", path: "sync.twilio.com" },
    action: { do: "refuse" },
  });
const busy = (w: World) =>
  void w.standIn.faults.add({
    match: { transport: "http", path: "sync.twilio.com" },
    action: { do: "answer", status: 429, code: 54009 },
  });
const once = { TWILIO_SERVICE_RETRY_LIMIT: "0" };

export interface Case {
  readonly name: string;
  readonly path: string;
  readonly event: object;
  readonly status: number;
  /** `error.code`, or null. */
  readonly code?: string;
  readonly method?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly before?: (w: World) => Promise<unknown> | void;
  readonly more?: Partial<InstanceOptions>;
}

export const CHECK = "/check-schedule";
const HOURS = "/hours";
export const LIST = "/admin/list";
export const PUBLISH = "/admin/publish";
export const RELEASE = "/admin/release-locks";
export const TOKEN = "/sync-token";
const HEALTH = "/health";

export const CASES: readonly Case[] = [
  { name: "open", path: CHECK, event: { name: "Example" }, status: 200 },
  { name: "closed, by query", path: CHECK, method: "get", event: { name: "Shut" }, status: 200 },
  ...["Example", "Hours", "Shut", "Old café"].map((name) => ({
    name: `details of ${name}`,
    path: CHECK,
    event: { name, details: "true", locale: "de-DE" },
    status: 200,
  })),
  {
    name: "details of a wall clock",
    path: CHECK,
    event: { name: "Hours", details: "true", simulate: "2026-12-25T10:00" },
    status: 200,
  },
  { name: "Sync away", path: CHECK, event: { name: "Example" }, status: 200, env: once, before: refuse },
  {
    name: "Sync away, from the snapshot",
    path: CHECK,
    event: { name: "Example", details: "true" },
    status: 200,
    env: once,
    before: refuse,
    more: { snapshot: JSON.stringify({ generation: 1, schedules: { "example-1": schedule }, rules: {} }) },
  },
  { name: "no name", path: CHECK, event: {}, status: 400 },
  {
    name: "a simulate that is no time",
    path: CHECK,
    event: { name: "Example", simulate: "soon" },
    status: 400,
  },
  { name: "an unknown name", path: CHECK, event: { name: "Nobody" }, status: 404 },
  {
    name: "an unsigned request",
    path: CHECK,
    event: { name: "Example" },
    status: 403,
    env: { SIGNED_ONLY: "true" },
  },
  { name: "too long a name", path: CHECK, event: { name: "x".repeat(9000) }, status: 413 },
  {
    name: "other origins only",
    path: CHECK,
    event: { name: "Example" },
    status: 200,
    env: { ALLOWED_ORIGINS: "https://flex.twilio.com" },
  },
  {
    name: "this origin",
    path: CHECK,
    event: { name: "Example", request: { headers: { origin: "https://flex.twilio.com" }, cookies: {} } },
    status: 200,
    env: { ALLOWED_ORIGINS: "https://flex.twilio.com" },
  },

  {
    name: "an announce that is no number of days",
    path: CHECK,
    event: { name: "Example", announce: "soon" },
    status: 400,
  },
  {
    name: "details with what comes, said",
    path: CHECK,
    event: { name: "Hours", details: "true", simulate: "2026-12-20T10:00", announce: "7", locale: "pt-BR" },
    status: 200,
  },

  ...["Example", "Hours", "Shut", "Old café"].flatMap((name) =>
    ["json", "ics"].map((format): Case => {
      const event = { name, format };
      return { name: `${name} as ${format}`, path: HOURS, method: "get", event, status: 200 };
    }),
  ),
  {
    name: "what the caller has",
    path: HOURS,
    method: "get",
    event: { name: "Hours", request: { headers: { "if-none-match": "*" }, cookies: {} } },
    status: 304,
  },
  {
    name: "Sync away, from the snapshot",
    path: HOURS,
    method: "get",
    event: { name: "Example" },
    status: 200,
    env: once,
    before: refuse,
    more: { snapshot: JSON.stringify({ generation: 1, schedules: { "example-1": schedule }, rules: {} }) },
  },
  { name: "no name", path: HOURS, method: "get", event: {}, status: 400, code: "name-missing" },
  ...[{ from: "soon" }, { to: "2020-01-01" }, { format: "pdf" }, { from: ["2026-01-01", "2026-01-02"] }].map(
    (more): Case => ({
      name: `${JSON.stringify(more)} in place of what is taken`,
      path: HOURS,
      method: "get",
      event: { name: "Example", ...more },
      status: 400,
      code: "request-invalid",
    }),
  ),
  {
    name: "an unknown name",
    path: HOURS,
    method: "get",
    event: { name: "Nobody" },
    status: 404,
    code: "schedule-unknown",
  },
  {
    name: "an unsigned request",
    path: HOURS,
    method: "get",
    event: { name: "Example" },
    status: 403,
    code: "not-allowed",
    env: { SIGNED_ONLY: "true" },
  },
  {
    name: "too long a name",
    path: HOURS,
    method: "get",
    event: { name: "x".repeat(9000) },
    status: 413,
    code: "request-too-large",
  },
  {
    name: "Sync away",
    path: HOURS,
    method: "get",
    event: { name: "Example" },
    status: 503,
    code: "sync-unreachable",
    env: once,
    before: refuse,
  },
  {
    name: "a schedule in a zone that is none",
    path: HOURS,
    method: "get",
    event: { name: "Example" },
    status: 503,
    code: "schedule-unreadable",
    before: (w) => w.put("schedule", "example-1", { ...schedule, timeZone: "Mars/Base" }),
  },

  ...[LIST, TOKEN, PUBLISH, RELEASE].flatMap((path): Case[] => [
    { name: "no token", path, event: {}, status: 403, code: "token-missing" },
    { name: "a bad token", path, event: { Token: "forged" }, status: 403, code: "token-invalid" },
    { name: "two tokens", path, event: { Token: ["a", "b"] }, status: 400, code: "request-invalid" },
    {
      name: "too long a token",
      path,
      event: { Token: "x".repeat(9000) },
      status: 413,
      code: "request-too-large",
    },
    {
      name: "Sync away",
      path,
      event: { ...publishing(close()), locks },
      status: 503,
      code: "sync-unreachable",
      env: once,
      before: refuse,
    },
    {
      name: "Sync busy",
      path,
      event: { ...publishing(close()), locks },
      status: 503,
      code: "sync-busy",
      env: once,
      before: busy,
    },
  ]),
  ...[LIST, TOKEN, PUBLISH].map((path): Case => ({
    name: "no set-up",
    path,
    event: publishing(close()),
    status: 503,
    code: "not-set-up",
    env: { ...once, SYNC_SERVICE_SID: "IS00000000000000000000000000000099" },
  })),
  { name: "no lock", path: RELEASE, event: { ...ada, locks }, status: 200 },
  { name: "no lock, as JSON", path: RELEASE, event: { ...ada, locks: page }, status: 200 },
  { name: "no locks named", path: RELEASE, event: ada, status: 400, code: "request-invalid" },
  {
    name: "a person who holds no locks",
    path: RELEASE,
    event: { Token: "flex-token-sue", locks },
    status: 403,
    code: "not-allowed",
  },
  { name: "everything", path: LIST, event: ada, status: 200 },
  ...["ada", "sam"].map((person) => ({
    name: `for ${person}`,
    path: TOKEN,
    event: { Token: `flex-token-${person}` },
    status: 200,
  })),

  { name: "done", path: PUBLISH, event: publishing(close()), status: 200 },
  { name: "done, as JSON", path: PUBLISH, event: { ...ada, publish: close() }, status: 200 },
  {
    name: "a deletion and a new rule",
    path: PUBLISH,
    event: publishing({
      id: "publish-more",
      changes: [
        { kind: "schedule", id: "example-1", base, value: null },
        {
          kind: "rule",
          id: "late-1",
          base: null,
          value: { name: "Late", isOpen: true, startTime: "20:00", dates: ["2026-12-24"] },
        },
      ],
    }),
    status: 200,
  },
  { name: "no publish", path: PUBLISH, event: ada, status: 400, code: "request-invalid" },
  {
    name: "too many changes",
    path: PUBLISH,
    event: publishing(close({ changes: Array.from({ length: 251 }, () => null) })),
    status: 413,
    code: "request-too-large",
  },
  {
    name: "a person who may not",
    path: PUBLISH,
    event: publishing(close(), "sam"),
    status: 403,
    code: "not-allowed",
  },
  {
    name: "an unknown rule",
    path: PUBLISH,
    event: publishing(
      close({
        changes: [{ kind: "schedule", id: "example-1", base, value: { ...schedule, rules: ["none"] } }],
      }),
    ),
    status: 400,
    code: "rule-missing",
  },
  {
    name: "a rule in use",
    path: PUBLISH,
    event: publishing(
      close({
        changes: [
          {
            kind: "rule",
            id: "always-1",
            base: { revision: "0", value: { name: "Always", isOpen: true } },
            value: null,
          },
        ],
      }),
    ),
    status: 400,
    code: "rule-in-use",
  },
  {
    name: "a name that is taken",
    path: PUBLISH,
    event: publishing(
      close({
        changes: [{ kind: "schedule", id: "example-1", base, value: { ...schedule, name: "Hours" } }],
      }),
    ),
    status: 400,
    code: "name-taken",
  },
  {
    name: "an alias that is taken",
    path: PUBLISH,
    event: publishing(
      close({
        changes: [{ kind: "schedule", id: "example-1", base, value: { ...schedule, aliases: ["Hours"] } }],
      }),
    ),
    status: 400,
    code: "alias-taken",
  },
  {
    name: "a queue that is taken",
    path: PUBLISH,
    event: publishing(
      close({
        changes: ["q-1", "q-2"].map((id) => ({
          kind: "schedule",
          id,
          base: null,
          value: { ...schedule, name: id, queues: ["Sales"] },
        })),
      }),
    ),
    status: 400,
    code: "queue-taken",
  },
  {
    name: "an item that is none",
    path: PUBLISH,
    event: publishing(close({ changes: [{ kind: "rule", id: "r-1", base: null, value: { name: 7 } }] })),
    status: 400,
    code: "item-invalid",
  },
  {
    name: "an item that is too large",
    path: PUBLISH,
    event: publishing(
      close({
        changes: [{ kind: "rule", id: "r-1", base: null, value: { name: "x".repeat(17_000), isOpen: true } }],
      }),
    ),
    status: 400,
    code: "item-too-large",
  },
  {
    name: "an item that moved",
    path: PUBLISH,
    event: publishing(close()),
    status: 409,
    code: "publish-conflict",
    before: (w) => w.put("schedule", "example-1", { ...schedule, group: "theirs" }),
  },
  {
    name: "an item that was deleted",
    path: PUBLISH,
    event: publishing(
      close({
        changes: [
          {
            kind: "rule",
            id: "gone-1",
            base: { revision: "3", value: { name: "Gone", isOpen: true } },
            value: { name: "Here", isOpen: true },
          },
        ],
      }),
    ),
    status: 409,
    code: "publish-conflict",
  },
  {
    name: "another version",
    path: PUBLISH,
    event: publishing(close({ version: "7" })),
    status: 409,
    code: "publish-stale-version",
  },
  {
    name: "another publish's id",
    path: PUBLISH,
    event: publishing(close()),
    status: 409,
    code: "publish-id-reused",
    before: async (w) => {
      const data = (await lockDocument(w).fetch()).data as CatalogueHead;
      const theirs = { id: close().id, generation: 1, by: { identity: "bo" }, at: "2026-01-01T00:00:00Z" };
      await lockDocument(w).update({ data: { ...data, recent: [theirs] } });
    },
  },
  {
    name: "another's publish",
    path: PUBLISH,
    event: publishing(close()),
    status: 409,
    code: "publish-in-progress",
    before: async (w) => {
      const data = (await lockDocument(w).fetch()).data as CatalogueHead;
      const publish = {
        id: "publish-theirs",
        by: { identity: "bo" },
        since: new Date().toISOString(),
        phase: "checking",
        generation: 2,
      };
      await lockDocument(w).update({ data: { ...data, publish } });
    },
  },
  {
    name: "an interruption",
    path: PUBLISH,
    event: publishing(close()),
    status: 503,
    code: "publish-interrupted",
    env: once,
    before: (w) =>
      void w.standIn.faults.add({
        match: { transport: "http", path: "/Documents/changes", method: "POST" },
        action: { do: "refuse" },
      }),
  },
  {
    name: "a bug",
    path: PUBLISH,
    event: {
      ...publishing({}),
      publish: {
        get id(): string {
          throw new TypeError("a bug");
        },
      },
    },
    status: 500,
    code: "internal",
  },

  { name: "all is well", path: HEALTH, method: "get", event: {}, status: 200 },
  { name: "Sync away", path: HEALTH, method: "get", event: {}, status: 503, env: once, before: refuse },
];
