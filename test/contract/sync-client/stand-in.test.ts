import { budgetOf } from "@schedule-manager/functions/budget";
import { standInSubject, syncClient } from "./stand-in-subject";
import type { StandInSubject } from "./stand-in-subject";
import { failing, syncCallerContract } from "./suite";

syncCallerContract("over HTTPS", () => standInSubject());

describe("HttpSyncClient over the wire", () => {
  let subject: StandInSubject;
  beforeEach(async () => {
    subject = await standInSubject();
    await subject.addMap("rules-0");
    await subject.addDocument("lock", { generation: 0 });
  });
  afterEach(() => subject.stop());

  it.each([
    ["429", { do: "answer", status: 429, code: 54009 }, "busy"],
    ["500", { do: "answer", status: 500 }, "unreachable"],
    ["503", { do: "answer", status: 503 }, "unreachable"],
    ["401", { do: "answer", status: 401, code: 20003 }, "refused"],
    ["403", { do: "answer", status: 403, code: 54007 }, "refused"],
    ["a refused connection", { do: "refuse" }, "unreachable"],
    ["a lost answer", { do: "drop" }, "unreachable"],
    ["an answer cut half-way", { do: "cut" }, "unreachable"],
  ] as const)("[FN2] %s is a typed failure", async (_, action, kind) => {
    subject.standIn.faults.add({ match: { transport: "http" }, action });
    expect(await failing(subject.client.readDocument("lock"))).toBe(kind);
    expect(await failing(subject.client.listItems("rules-0"))).toBe(kind);
    expect(await failing(subject.client.createItem("rules-0", "a", {}))).toBe(kind);
  });

  it("[FN2] a slow answer fails at the request's timeout, and nothing is sent after the budget ends", async () => {
    subject.standIn.faults.add({ match: { transport: "http" }, delayMs: 3000 });
    expect(await failing(syncClient(subject.standIn.url, budgetOf(60_000), 100).readDocument("lock"))).toBe(
      "unreachable",
    );
    expect(await failing(syncClient(subject.standIn.url, budgetOf(100), 60_000).readDocument("lock"))).toBe(
      "unreachable",
    );
    subject.standIn.sync.limits.resetCounters();
    expect(await failing(syncClient(subject.standIn.url, budgetOf(0)).readDocument("lock"))).toBe(
      "unreachable",
    );
    expect(subject.standIn.countersByName().lock?.reads ?? 0).toBe(0);
  });

  it("[FN4] an invalid or truncated answer is retried", async () => {
    const retry = { limit: 2, minBackoff: 1, maxBackoff: 2 };
    const client = syncClient(subject.standIn.url, undefined, undefined, retry);
    subject.standIn.faults.add({ match: { transport: "http" }, action: { do: "cut" }, times: 1 });
    expect((await client.readDocument("lock"))?.data).toEqual({ generation: 0 });
    subject.standIn.faults.add({
      match: { transport: "http" },
      action: { do: "answer", status: 500 },
      times: 3,
    });
    expect(await failing(client.readDocument("lock"))).toBe("unreachable");
    expect((await client.readDocument("lock"))?.data).toEqual({ generation: 0 });
  });

  it.each(["a/b", "a?b", "a#b", "../lock", "..", ".", "a b", "ą", ""])(
    "[FN3] the key %j, which some Sync libraries do not encode, is not sent",
    async (key) => {
      subject.standIn.sync.limits.resetCounters();
      expect(await failing(subject.client.readItem("rules-0", key))).toBe("refused");
      expect(subject.standIn.countersByName()["rules-0"]?.reads ?? 0).toBe(0);
    },
  );
});
