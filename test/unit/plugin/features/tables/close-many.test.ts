import { closeMany } from "@schedule-manager/plugin/features/tables/close-many";
import type { LiveSchedule } from "@schedule-manager/plugin/catalogue/live-items";
import type { PublishOutcome } from "@schedule-manager/plugin/publishing/publish-effect";
import type { PublishChange } from "@schedule-manager/shared/api/api";
import { MAX_CHANGES } from "@schedule-manager/shared/api/write-limits";
import { EXAMPLE, liveSchedule } from "../../items";

const DONE = {
  ok: true,
  id: "p",
  answer: { id: "p", version: "1", items: [], skipped: [], now: 0 },
} as const;
const FAILED = { ok: false, id: "p", code: "sync-busy", items: [] } as const;
const item = (n: number, manualClose = false): LiveSchedule =>
  liveSchedule({ ...EXAMPLE, id: `s-${n}`, manualClose }) as LiveSchedule;

function scene(...outcomes: readonly PublishOutcome[]) {
  const parts: (readonly PublishChange[])[] = [];
  const progress: number[] = [];
  const run = (items: readonly LiveSchedule[], manualClose: boolean) =>
    closeMany(
      async (changes) => {
        parts.push(changes);
        return outcomes[parts.length - 1] ?? DONE;
      },
      items,
      manualClose,
      (done) => progress.push(done),
    );
  return { parts, progress, run };
}

describe("closing many schedules", () => {
  it("[TA5] schedules that are open are closed in several atomic publishes", async () => {
    const { parts, progress, run } = scene();
    const count = MAX_CHANGES + 20;
    const items = [item(-1, true), ...Array.from({ length: count }, (_, n) => item(n))];
    expect(await run(items, true)).toEqual({ done: count, failure: null });
    expect(parts.map((part) => part.length)).toEqual([MAX_CHANGES, 20]);
    expect(progress).toEqual([MAX_CHANGES, count]);
    expect(
      parts.flat().every(({ value }) => value !== null && "manualClose" in value && value.manualClose),
    ).toBe(true);
    expect(parts.flat().map(({ id }) => id)).not.toContain("s--1");
  });

  it("[TA5] closing stops at the first publish that fails and reports the number done", async () => {
    const { parts, run } = scene(DONE, FAILED);
    const items = Array.from({ length: MAX_CHANGES * 3 }, (_, n) => item(n, true));
    expect(await run(items, false)).toEqual({
      done: MAX_CHANGES,
      failure: { code: "sync-busy", id: "p" },
    });
    expect(parts).toHaveLength(2);
    expect(await scene().run([item(1)], false)).toEqual({ done: 0, failure: null });
  });
});
