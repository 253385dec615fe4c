import { served } from "./support/served";

jest.setTimeout(120_000);

const functions = served();

const check = (query: Record<string, string>) => functions.call.get("check-schedule", query);

describe("check-schedule over HTTP", () => {
  it.each([
    ["open", { name: "Example" }, { isOpen: true, closedReason: "" }],
    [
      "closed by a rule",
      { name: "Hours", simulate: "2026-12-25T10:00" },
      { isOpen: false, closedReason: "holiday" },
    ],
    ["closed manually", { name: "Shut" }, { isOpen: false, closedReason: "manual" }],
    [
      "closed since no rule matches",
      { name: "Hours", simulate: "2026-03-07" },
      { isOpen: false, closedReason: "closed" },
    ],
  ])("[FN20] %s: exactly the two fields, by GET, form and JSON", async (_, query, expected) => {
    for (const answer of [
      await check(query),
      await functions.call.form("check-schedule", query),
      await functions.call.json("check-schedule", query),
    ]) {
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual(expected);
      expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
      expect(answer.headers.get("x-schedule-stale")).toBeNull();
    }
  });

  it.each([
    ["2026-03-09T07:59", "closed"],
    ["2026-03-09T08:00", ""],
    ["2026-03-09T08:00-05:00", ""],
    ["2026-03-09T13:00Z", ""],
    ["2026-03-09T12:59Z", "closed"],
    ["2026-03-09T17:00", "closed"],
  ])("[FN21] evaluates %s", async (simulate, closedReason) => {
    expect((await check({ name: "Hours", simulate })).body).toEqual({
      isOpen: closedReason === "",
      closedReason,
    });
  });

  it.each([
    ["no name", {}, 400],
    ["an empty name", { name: "" }, 400],
    ["a bad simulate", { name: "Example", simulate: "tomorrow" }, 400],
    ["an unknown schedule", { name: "Nobody" }, 404],
    ["another letter case", { name: "example" }, 404],
    ["a name from the prototype", { name: "__proto__" }, 404],
    ["a name longer than names can be", { name: "x".repeat(4000) }, 404],
  ])("[FN22] %s is a client error with an instruction", async (_, query, status) => {
    const answer = await check(query);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({
      isOpen: true,
      closedReason: "error",
      error: expect.stringMatching(/\w{3}/) as string,
    });
  });

  it.each([
    ["twice in the query", () => functions.call.get("check-schedule", "name=Example&name=Hours")],
    ["twice in a form", () => functions.call.form("check-schedule", "name=Example&name=Hours")],
    ["a list", () => functions.call.json("check-schedule", { name: ["Example"] })],
    ["an object", () => functions.call.json("check-schedule", { name: { toString: "Example" } })],
    ["a number", () => functions.call.json("check-schedule", { name: 5 })],
    [
      "simulate twice",
      () => functions.call.get("check-schedule", "name=Example&simulate=2026-01-01&simulate=2026-01-02"),
    ],
  ])("[FN23] a parameter that is not a single text is refused: %s", async (_, send) => {
    const answer = await send();
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatch(/once and as text/);
  });

  it("[FN24] names match in any Unicode form, and so do aliases", async () => {
    for (const name of ["Caf\u00e9 東京 & <b>", "Cafe\u0301 東京 & <b>", "Old café"]) {
      expect((await check({ name })).body).toEqual({ isOpen: true, closedReason: "" });
      expect((await functions.call.json("check-schedule", { name })).status).toBe(200);
    }
  });

  it("[FN25] unknown names and invalid requests cause no reads", async () => {
    await check({ name: "Example" });
    functions.world.standIn.sync.limits.resetCounters();
    for (let index = 0; index < 50; index += 1) await check({ name: `no such name ${index}` });
    const reads = Object.values(functions.world.standIn.countersByName()).reduce(
      (sum, { reads }) => sum + reads,
      0,
    );
    expect(reads).toBeLessThanOrEqual(2);
  });

  it("[FN26] browsers of any origin receive answers, and the runtime answers OPTIONS", async () => {
    const answer = await functions.call.get(
      "check-schedule",
      { name: "Example" },
      { Origin: "https://flex.twilio.com" },
    );
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
    const options = await fetch(`${functions.runtime.url}/check-schedule`, { method: "OPTIONS" });
    expect(options.status).toBe(204);
  });

  it("[FN27] each check writes one log line with a request id and without secrets", async () => {
    const answer = await check({ name: "Hours", simulate: "2026-12-25" });
    const id = answer.headers.get("x-request-id") ?? "none";
    const lines = functions.runtime.lines().filter((line) => line.includes(id));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]?.slice(lines[0].indexOf("{")) ?? "")).toMatchObject({
      function: "check-schedule",
      requestId: id,
      status: 200,
      schedule: "Hours",
      isOpen: false,
      closedReason: "holiday",
      stale: false,
      version: 1,
    });
  });
});
