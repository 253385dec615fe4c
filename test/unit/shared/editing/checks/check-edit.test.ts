import { checkEdit } from "@schedule-manager/shared/editing/checks/check-edit";
import type { Configuration } from "@schedule-manager/shared/model/model";
import { tooLarge } from "@schedule-manager/functions/publish/sizes";

const day = { id: "day-1", name: "Day", isOpen: true };
const eve = { id: "eve-1", name: "Eve", isOpen: false, relativeTo: { rules: ["day-1"], days: -1 } };
const support = {
  id: "support-1",
  name: "Support",
  timeZone: "Europe/Warsaw",
  manualClose: false,
  rules: ["day-1"],
};
const of = (rules: Configuration["rules"], schedules: Configuration["schedules"] = []): Configuration => ({
  rules,
  schedules,
});
const nothing = of([]);

describe("the problems of an edit", () => {
  it.each<[string, Configuration, Configuration, object]>([
    [
      "a rule that a schedule uses",
      of([day], [support]),
      of([], [support]),
      {
        kind: "rule",
        id: "day-1",
        code: "rule-in-use",
        message: 'The rule "Day" is used by the schedule "Support". Remove it there first.',
      },
    ],
    [
      "a rule that another one refers to",
      of([day, eve]),
      of([eve]),
      {
        kind: "rule",
        id: "day-1",
        code: "rule-in-use",
        message: 'The rule "Day" is used by the rule "Eve". Remove it there first.',
      },
    ],
    [
      "a schedule's missing rule",
      nothing,
      of([], [support]),
      {
        kind: "schedule",
        id: "support-1",
        code: "rule-missing",
        message: 'The rule day-1 does not exist. Remove it from the schedule "Support".',
      },
    ],
    [
      "a rule's missing rule",
      nothing,
      of([eve]),
      {
        kind: "rule",
        id: "eve-1",
        code: "rule-missing",
        message: 'The rule day-1 does not exist. Remove it from the rule "Eve".',
      },
    ],
    [
      "an invisible character in a rule",
      nothing,
      of([{ ...day, name: "Da\u202ey" }]),
      {
        kind: "rule",
        id: "day-1",
        code: "item-invalid",
        message: "name: remove the character U+202E, which is invisible.",
      },
    ],
    [
      "an invisible character in a schedule",
      of([day]),
      of([day], [{ ...support, group: "\u2063" }]),
      {
        kind: "schedule",
        id: "support-1",
        code: "item-invalid",
        message: expect.stringMatching(/^group: /) as string,
      },
    ],
  ])("[PB4] name %s by kind and id", (_, before, after, problem) => {
    expect(checkEdit({ before, after })).toEqual([problem]);
  });

  it.each(["rule", "schedule"] as const)("[PB4] an item that is too large is named as a %s", (kind) => {
    expect(tooLarge({ kind, id: "a-1" }, 20_000)).toEqual({
      kind,
      id: "a-1",
      code: "item-too-large",
      message: `The ${kind} is too large for Sync (20000 of 16384 bytes). Split it into several.`,
    });
  });
});
