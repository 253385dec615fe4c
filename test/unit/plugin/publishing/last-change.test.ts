import { publisherOf } from "@schedule-manager/plugin/publishing/last-change";
import type { CatalogueHead } from "@schedule-manager/shared/sync/layout";

const AT = Date.parse("2026-03-02T16:00:00Z");
const SECOND = 1000;

/** A head whose recent publishes end so many seconds after the item was written. */
const headWith = (...publishes: readonly (readonly [identity: string, after: number])[]): CatalogueHead => ({
  generation: 9,
  shards: 1,
  publish: null,
  recent: publishes.map(([identity, after], index) => ({
    id: `publish-${index}`,
    generation: index + 1,
    by: { identity },
    at: new Date(AT + after * SECOND).toISOString(),
  })),
});

describe("the publisher of a change", () => {
  it.each<[string, CatalogueHead | null, string | undefined]>([
    ["the head is not read", null, undefined],
    ["nothing was published lately", headWith(), undefined],
    ["a publish ended soon after the write", headWith(["bo", 3]), "bo"],
    ["several did: the nearest is meant", headWith(["ada", 15], ["bo", 2], ["cy", 19]), "bo"],
    ["the nearest is listed last and ended before", headWith(["ada", 15], ["cy", 10], ["bo", -1]), "bo"],
    ["a publish ended just within twenty seconds", headWith(["bo", 19.999]), "bo"],
    ["a publish ended twenty seconds away", headWith(["bo", 20]), undefined],
    ["a publish ended twenty seconds before", headWith(["bo", -20]), undefined],
  ])("[CN1] %s", (_case, head, expected) => {
    expect(publisherOf(head, AT)?.identity).toBe(expected);
  });
});
