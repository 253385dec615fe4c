import { requestFrom } from "@schedule-manager/functions/http/request";
import { MAX_CHANGES } from "@schedule-manager/shared/api/write-limits";
import { MAX_REQUEST, publishRequestFrom } from "@schedule-manager/functions/publish/request";

const request = (name: string) => ({
  id: "publish-a",
  changes: [{ kind: "rule", id: "day-1", base: null, value: { name, isOpen: true } }],
});

it("[FN32] a refusal names the kind and id of each invalid item", () => {
  const wrong = { name: 7 };
  const changes = [
    { kind: "rule", id: "one-1", base: null, value: { ...wrong, isOpen: true } },
    { kind: "schedule", id: "one-1", base: null, value: { ...wrong, timeZone: "UTC", rules: [] } },
  ];
  expect(() => publishRequestFrom({ id: "publish-a", changes })).toThrow(
    expect.objectContaining({
      code: "item-invalid",
      more: {
        problems: [
          expect.objectContaining({ kind: "rule", id: "one-1", code: "item-invalid" }),
          expect.objectContaining({ kind: "schedule", id: "one-1", code: "item-invalid" }),
        ],
      },
    }) as Error,
  );
});

describe("the note of a publish", () => {
  it.each<[unknown, string | undefined]>([
    [undefined, undefined],
    ["", undefined],
    ["  ", undefined],
    ["  Summer hours ", "Summer hours"],
    ["x".repeat(200), "x".repeat(200)],
  ])("[PB32] %j is taken as %j", (note, expected) => {
    expect(publishRequestFrom({ ...request("day"), note }).note).toBe(expected);
  });

  it.each([5, null, ["x"], "x".repeat(201), "two\nlines", "\u202Ehidden"])("[PB32] %j is refused", (note) => {
    expect(() => publishRequestFrom({ ...request("day"), note })).toThrow(
      expect.objectContaining({ code: "request-invalid" }) as Error,
    );
  });
});

describe("the size of a publish", () => {
  it.each([
    ["text", (publish: unknown) => JSON.stringify(publish)],
    ["a JSON object", (publish: unknown) => publish],
  ])("[PB25] sent as %s, the whole request is limited", (_, sent) => {
    const overhead = JSON.stringify(request("")).length;
    const read = (length: number) =>
      requestFrom({ publish: sent(request("x".repeat(length - overhead))) }).json("publish", MAX_REQUEST);
    expect(read(MAX_REQUEST)).toMatchObject({ id: "publish-a" });
    expect(() => read(MAX_REQUEST + 1)).toThrow(
      expect.objectContaining({ code: "request-too-large" }) as Error,
    );
  });

  it("[PB27] a publish that creates more than Sync accepts in a window is refused, and one of 90 changes is not", () => {
    const added = (count: number, name = "Rule") => ({
      id: "publish-a",
      changes: Array.from({ length: count }, (_, index) => ({
        kind: "rule",
        id: `rule-${index}`,
        base: null,
        value: { name, isOpen: true },
      })),
    });
    const refused = expect.objectContaining({ code: "request-too-large" }) as Error;
    expect(publishRequestFrom(added(150)).changes).toHaveLength(150);
    expect(publishRequestFrom(added(90, "x".repeat(12_000))).changes).toHaveLength(90);
    expect(() => publishRequestFrom(added(170))).toThrow(refused);
    expect(() => publishRequestFrom(added(MAX_CHANGES + 1))).toThrow(refused);
  });

  it("[PB25] each item is limited before any access to Sync", () => {
    expect(publishRequestFrom(request("é".repeat(8000)))).toMatchObject({ id: "publish-a" });
    expect(() => publishRequestFrom(request("é".repeat(8200)))).toThrow(
      expect.objectContaining({
        code: "item-too-large",
        more: { problems: [expect.objectContaining({ kind: "rule", id: "day-1" })] },
      }) as Error,
    );
  });
});
