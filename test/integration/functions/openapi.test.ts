import { ERROR_CODES } from "@schedule-manager/shared/api/error-codes";
import { api, problems, wrongWith } from "./support/described";
import { CASES, CHECK, LIST, PUBLISH, RELEASE, TOKEN, ada, close } from "./support/described-cases";
import { startInstance } from "./support/instance";
import { buildInto } from "./support/runtime";
import type { Built } from "./support/runtime";
import { EXAMPLE, startWorld } from "./support/world";
import type { World } from "./support/world";

jest.setTimeout(120_000);

let built: Built;
let world: World;
beforeAll(async () => {
  built = await buildInto();
});
afterAll(() => built?.remove());
let isUsed = true;
beforeEach(async () => {
  if (!isUsed) return;
  await world?.standIn.stop();
  world = await startWorld(EXAMPLE, false);
  isUsed = false;
});
afterAll(() => world?.standIn.stop());

const seen = new Set<string>();
const codes = new Set<string>();

describe("the description in functions/openapi.json", () => {
  it.each(CASES)(
    "[FN63] $path, $name: $status",
    async ({ path, event, status, code, method = "post", env = {}, before, more }) => {
      isUsed = before !== undefined || (path === PUBLISH && status === 200);
      await before?.(world);
      const name = path.slice(1);
      const answer = await startInstance({
        folder: built.folder,
        name,
        twilioUrl: world.standIn.url,
        env,
        ...more,
      }).call(event);
      expect(wrongWith(path, method, answer)).toEqual([]);
      // A 304 has no body.
      const error = (answer.body as { error?: { code?: string } | string } | null)?.error;
      expect({ status: answer.status, code: typeof error === "object" ? error.code : undefined }).toEqual({
        status,
        code,
      });
      seen.add(`${path} ${status}`);
      if (code !== undefined) codes.add(code);
      if (path === CHECK)
        codes.add(
          { 400: "simulate" in event ? "simulate-invalid" : "name-missing", 404: "schedule-unknown" }[
            status
          ] ?? "internal",
        );
    },
  );

  it("[FN63] is complete, with every error code, and has no unused part", () => {
    const described = Object.entries(api.paths).flatMap(([path, operations]) =>
      Object.values(operations).flatMap(({ responses }) =>
        Object.keys(responses).map((status) => `${path} ${status}`),
      ),
    );
    // Only a bug answers 500, which not every function can be made to do.
    const bugs = [`${LIST} 500`, `${TOKEN} 500`, `${RELEASE} 500`];
    expect([...seen, ...bugs].sort()).toEqual([...new Set(described)].sort());
    expect([...codes].sort()).toEqual([...ERROR_CODES].sort());
    expect([...(api.components.schemas.ErrorCode?.enum ?? [])].sort()).toEqual([...ERROR_CODES].sort());
  });

  it.each([
    ["says", 8, 8000],
    ["does not say", undefined, 5000],
  ])(
    "[PB29] a publish while Sync is busy and %s the pause receives a time to retry",
    async (_, seconds, retryAfterMs) => {
      isUsed = true;
      const action = { do: "answer", status: 429, code: 54009 } as const;
      world.standIn.faults.add({
        match: { transport: "http", path: "sync.twilio.com" },
        action: seconds === undefined ? action : { ...action, retryAfterSeconds: seconds },
      });
      const busy = CASES.find(({ path, code }) => path === PUBLISH && code === "sync-busy");
      const answer = await startInstance({
        folder: built.folder,
        name: "admin/publish",
        twilioUrl: world.standIn.url,
        env: busy?.env ?? {},
      }).call(busy?.event ?? {});
      expect(answer.headers["Retry-After"]).toBe(String(retryAfterMs / 1000));
      expect(answer.body.error).toMatchObject({ code: "sync-busy", details: { retryAfterMs } });
    },
  );

  it("[FN63] an answer with an extra or missing field does not match", async () => {
    const instance = startInstance({
      folder: built.folder,
      name: "admin/list",
      twilioUrl: world.standIn.url,
    });
    const answer = await instance.call(ada);
    expect(wrongWith(LIST, "post", answer)).toEqual([]);
    expect(wrongWith(LIST, "post", { ...answer, body: { ...answer.body, extra: 1 } })).toHaveLength(1);
    for (const field of Object.keys(answer.body)) {
      const { [field]: _, ...rest } = answer.body;
      expect(wrongWith(LIST, "post", { ...answer, body: rest })).toHaveLength(1);
    }
    expect(wrongWith(LIST, "post", { ...answer, headers: {} })).toHaveLength(2);
    expect(
      wrongWith(LIST, "post", { ...answer, headers: { ...answer.headers, "X-Other": "1" } }),
    ).toHaveLength(1);
  });

  it("[FN63] a described publish is accepted, and no other is described", () => {
    const at = "/components/schemas/PublishRequest";
    expect(problems(at, close())).toBeNull();
    for (const wrong of [
      close({ id: "short" }),
      close({ changes: [] }),
      { changes: close().changes },
      close({ changes: [{ kind: "rule", id: "a/b", base: null, value: null }] }),
    ]) {
      expect(problems(at, wrong)).not.toBeNull();
    }
  });
});
