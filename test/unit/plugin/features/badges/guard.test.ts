import { storeSelectors } from "../../store";
import type { StoredSchedule } from "@schedule-manager/shared/model/model";
import { guardTransfers, TRANSFER_ACTIONS } from "@schedule-manager/plugin/features/badges/guard-transfers";
import { KnownQueues } from "@schedule-manager/plugin/features/badges/known-queues";
import { type Answer, type Question, Questions } from "@schedule-manager/plugin/features/badges/question";
import { createQueueSelectors } from "@schedule-manager/plugin/features/badges/queue-status";
import { connectionChanged } from "@schedule-manager/plugin/sync/connection-slice";
import { translateFor } from "../../i18n/translate-for";
import { liveChanged, mapsOpened } from "@schedule-manager/plugin/catalogue/live";
import { liveItem } from "@schedule-manager/plugin/catalogue/parse-item";
import { STATE_NAME } from "@schedule-manager/plugin/catalogue/root";
import { reducer, type RootState } from "@schedule-manager/plugin/store/root";
import { ticked } from "@schedule-manager/plugin/catalogue/clock";
import type { Settings } from "@schedule-manager/plugin/settings/settings";
import { combineReducers, createStore } from "@reduxjs/toolkit";

const NOW = Date.UTC(2026, 10, 23, 13, 48);
const sales = { sid: "WQ1", name: "Sales" };
const support = { sid: "WQ2", name: "Support" };
const other = { sid: "WQ3", name: "Other" };

const stored = (name: string, manualClose: boolean): StoredSchedule => ({
  name,
  timeZone: "UTC",
  manualClose,
  rules: ["always"],
  group: "help",
});

function setUp(policy: Settings["closedTransfers"], answer: Answer, rulesAreHere = true) {
  const store = createStore(combineReducers({ [STATE_NAME]: reducer }));
  const item = (kind: "schedule" | "rule", id: string, data: object) =>
    liveItem(kind, `${kind}s-0`, { key: id, revision: "1", data, updated: NOW });
  store.dispatch(mapsOpened(["schedules-0", "rules-0"]));
  const schedules = [
    item("schedule", "sales", stored("Sales", true)),
    item("schedule", "support", stored("Support", false)),
  ];
  let revision = 1;
  const put = (id: string, data: StoredSchedule): void => {
    const changed = { key: id, revision: String((revision += 1)), data, updated: NOW };
    store.dispatch(liveChanged([{ type: "changed", item: liveItem("schedule", "schedules-0", changed) }]));
  };
  store.dispatch(liveChanged([{ type: "reset", kind: "schedule", map: "schedules-0", items: schedules }]));
  if (rulesAreHere) {
    const rules = [item("rule", "always", { name: "Always", isOpen: true })];
    store.dispatch(liveChanged([{ type: "reset", kind: "rule", map: "rules-0", items: rules }]));
  }
  store.dispatch(ticked(NOW));
  const queues = new KnownQueues();
  for (const queue of [sales, support, other]) queues.add(queue);
  const asked: Question[] = [];
  const log: string[] = [];
  const options = {
    policy,
    getState: () => store.getState() as RootState,
    selectors: createQueueSelectors(storeSelectors()),
    queues,
    questions: {
      ask: (question: Question) => {
        asked.push(question);
        return Promise.resolve(answer);
      },
    },
    ...translateFor("en-US"),
    timeZone: "Asia/Tokyo",
    localNow: () => NOW,
  };
  const guardOf = (target: "targetSid" | "toSid") => async (sid: unknown) => {
    const payload = { [target]: sid };
    let isAborted = false;
    await guardTransfers(options, target)(payload, () => (isAborted = true));
    log.push(isAborted ? "abort" : `transfer to ${String(payload[target])}`);
  };
  return { store, put, asked, log, guardOf, guard: guardOf("targetSid") };
}

describe("transfers", () => {
  it("[TG1] a transfer to a closed queue asks first and offers open queues", async () => {
    const { guard, asked, log } = setUp("ask", { type: "cancel" });
    await guard("WQ1");
    expect(asked).toEqual([
      {
        queue: sales,
        status: "Closed manually · until reopened",
        stale: null,
        mayProceed: true,
        instead: [support],
      },
    ]);
    expect(log).toEqual(["abort"]);
  });

  it("[TG1] offered are other known queues of open schedules only", async () => {
    const { guard, asked, put } = setUp("ask", { type: "cancel" });
    put("sales", { ...stored("Sales", true), queues: ["WQ1"] });
    put("support", { ...stored("Support", false), queues: ["Support", "Sales", "Never shown", "WQ3"] });
    put("night", { ...stored("Night", true), queues: ["Other"] });
    await guard("WQ1");
    expect(asked[0]?.instead).toEqual([support, other]);
    put("support", { ...stored("Support", true), queues: ["Support"] });
    await guard("WQ1");
    expect(asked[1]?.instead).toEqual([]);
  });

  it("[TG1] a queue that the dialog never showed is known by its SID", async () => {
    const { guard, asked, put } = setUp("ask", { type: "proceed" });
    put("sales", { ...stored("Sales", true), queues: ["WQ8"] });
    await guard("WQ8");
    expect(asked.map(({ queue }) => queue)).toEqual([{ sid: "WQ8", name: "WQ8" }]);
  });

  it("[TG5] an agent is no queue, whatever schedules are called", async () => {
    const { guard, asked, put } = setUp("ask", { type: "cancel" });
    put("agent", stored("WK1", true));
    await guard("WK1");
    expect(asked).toEqual([]);
  });

  it("[QU4] a queue is found by its name in any Unicode form", () => {
    const queues = new KnownQueues();
    const cafe = { sid: "WQ5", name: "Caf\u00e9" };
    queues.add(cafe);
    expect(queues.find("Cafe\u0301")).toBe(cafe);
    expect(queues.find("WQ5")).toBe(cafe);
    expect(queues.find("WQ6")).toBeUndefined();
  });

  it("[BD13] the question shows times in the reader's zone", async () => {
    const { guard, asked, store } = setUp("ask", { type: "cancel" });
    const until = { ...stored("Sales", true), manualCloseUntil: "2026-11-23T18:00:00Z" };
    const item = liveItem("schedule", "schedules-0", {
      key: "sales",
      revision: "2",
      data: until,
      updated: NOW,
    });
    store.dispatch(liveChanged([{ type: "changed", item }]));
    await guard("WQ1");
    expect(asked[0]?.status).toBe("Closed manually · opens tomorrow 3:00 AM");
  });

  it("[TG7] the question dates a status that may be out of date", async () => {
    const { guard, asked, store } = setUp("ask", { type: "cancel" });
    const asOf = NOW - 60_000;
    store.dispatch(connectionChanged({ to: { type: "interrupted", reason: "network" }, at: asOf }));
    await guard("WQ1");
    const time = new Date(asOf).toLocaleTimeString("en-US", { hour: "numeric", minute: "2-digit" });
    expect(asked[0]?.stale).toBe(`as of ${time}`);
  });

  it("[TG2] a transfer proceeds when the agent confirms", async () => {
    const { guard, log } = setUp("ask", { type: "proceed" });
    await guard("WQ1");
    expect(log).toEqual(["transfer to WQ1"]);
  });

  it("[TG3] a transfer goes to the open queue that the agent chooses", async () => {
    const { guard, log } = setUp("ask", { type: "instead", queue: support });
    await guard("WQ1");
    expect(log).toEqual(["transfer to WQ2"]);
  });

  it("[TG4] the configuration refuses or allows transfers without a question", async () => {
    const refusing = setUp("refuse", { type: "cancel" });
    await refusing.guard("WQ1");
    expect(refusing.asked[0]).toMatchObject({ mayProceed: false });
    expect(refusing.log).toEqual(["abort"]);
    const allowing = setUp("allow", { type: "cancel" });
    await allowing.guard("WQ1");
    expect(allowing.asked).toEqual([]);
    expect(allowing.log).toEqual(["transfer to WQ1"]);
  });

  it("[TG10] a chat's transfer is asked about through the field of its own action", async () => {
    expect(TRANSFER_ACTIONS).toContainEqual({ action: "StartChannelTransfer", target: "toSid" });
    const { guardOf, asked, log } = setUp("ask", { type: "instead", queue: support });
    await guardOf("toSid")("WQ1");
    await guardOf("toSid")("WQ2");
    expect(asked.map(({ queue }) => queue)).toEqual([sales]);
    expect(log).toEqual(["transfer to WQ2", "transfer to WQ2"]);
    const refusing = setUp("refuse", { type: "cancel" });
    await refusing.guardOf("toSid")("WQ1");
    expect(refusing.log).toEqual(["abort"]);
  });

  it.each([
    ["an open queue", "WQ2"],
    ["a queue without a schedule", "WQ3"],
    ["a queue that was never shown", "WQ9"],
    ["an agent", "WK1"],
    ["no target", undefined],
  ])("[TG5] a transfer to %s proceeds without a question", async (_case, sid) => {
    const { guard, asked, log } = setUp("ask", { type: "cancel" });
    await guard(sid);
    expect(asked).toEqual([]);
    expect(log).toEqual([`transfer to ${String(sid)}`]);
  });

  it("[BD10] a transfer proceeds while rules are loading, which would make an open queue look closed", async () => {
    const { guard, asked, store } = setUp("ask", { type: "cancel" }, false);
    await guard("WQ2");
    expect(asked).toEqual([]);
    const { queueStatus } = createQueueSelectors(storeSelectors());
    expect(queueStatus(store.getState() as RootState, support)).toBeNull();
    const whole = setUp("ask", { type: "cancel" }).store;
    expect(queueStatus(whole.getState() as RootState, support)).not.toBeNull();
  });

  it("[TG6] one question is asked at a time", async () => {
    const questions = new Questions();
    const question: Question = { queue: sales, status: "Closed", stale: null, mayProceed: true, instead: [] };
    const first = questions.ask(question);
    const second = questions.ask({ ...question, queue: other });
    expect(await first).toEqual({ type: "cancel" });
    expect(questions.current?.queue).toBe(other);
    questions.answer({ type: "proceed" });
    expect(await second).toEqual({ type: "proceed" });
    expect(questions.current).toBeNull();
  });

  it("[TG6] what shows the question hears of each question and answer, until it is gone", async () => {
    const questions = new Questions();
    const question: Question = { queue: sales, status: "Closed", stale: null, mayProceed: true, instead: [] };
    const heard: (Question | null)[] = [];
    const stop = questions.subscribe(() => heard.push(questions.current));
    questions.answer({ type: "cancel" });
    expect(heard).toEqual([]);
    const asked = questions.ask(question);
    questions.answer({ type: "cancel" });
    questions.answer({ type: "proceed" });
    expect(await asked).toEqual({ type: "cancel" });
    expect(heard).toEqual([question, null]);
    stop();
    void questions.ask(question);
    expect(heard).toHaveLength(2);
  });
});
