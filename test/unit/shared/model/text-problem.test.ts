import { checkEdit } from "@schedule-manager/shared/editing/checks/check-edit";
import type { Configuration, Rule, Schedule } from "@schedule-manager/shared/model/model";
import { BLANK } from "@schedule-manager/shared/editing/rule-form/form";
import { formProblems } from "@schedule-manager/shared/editing/rule-form/problems";
import { textProblem } from "@schedule-manager/shared/model/text-problem";

const NOTHING: Configuration = { rules: [], schedules: [] };
const rule: Rule = {
  id: "rule-1",
  name: "Open",
  isOpen: false,
  closedReason: "holiday",
  dates: ["2026-12-24"],
};
const schedule: Schedule = {
  id: "schedule-1",
  name: "Support",
  timeZone: "UTC",
  manualClose: false,
  rules: [],
};

const refused = (character: string) => ({ code: "character-refused", character });
const invisible = { code: "nothing-visible" };

describe("texts that users enter", () => {
  it.each<[string, string, ReturnType<typeof textProblem> | object]>([
    ["plain", "Support", null],
    ["empty", "", null],
    ["every script", "ฝ่ายสนับสนุน 客服 الدعم עזרה Café", null],
    ["emoji joined by a zero-width joiner", "Team 👩‍💻", null],
    ["a zero-width non-joiner inside a Persian word", "می‌خواهم", null],
    ["a mark that hints at a direction", "Sales \u200E(אב)", null],
    ["a soft hyphen inside", "Kunden\u00ADdienst", null],
    ["a character beyond the BMP", "𠮷野家", null],
    ["a line feed", "Sup\nport", refused("U+000A")],
    ["a tab", "\tSupport", refused("U+0009")],
    ["NUL", "Support\0", refused("U+0000")],
    ["DEL", "Support\u007F", refused("U+007F")],
    ["a C1 control", "Support\u0085", refused("U+0085")],
    ["a line separator", "Support\u2028", refused("U+2028")],
    ["a paragraph separator", "Support\u2029", refused("U+2029")],
    ["an embedding", "\u202ASupport", refused("U+202A")],
    ["an override", "Sup\u202Etrop", refused("U+202E")],
    ["an isolate", "\u2066Support\u2069", refused("U+2066")],
    ["a lone high surrogate", "Support\uD83D", refused("U+D83D")],
    ["a lone low surrogate", "\uDE00Support", refused("U+DE00")],
    ["spaces", "   ", invisible],
    ["a no-break space", "\u00A0", invisible],
    ["a zero-width space", "\u200B", invisible],
    ["joiners and byte-order marks", "\u200D\uFEFF\u2060", invisible],
    ["marks of direction", "\u200E\u061C", invisible],
    ["a soft hyphen alone", "\u00AD", invisible],
    ["Hangul fillers", "\u3164\uFFA0", invisible],
    ["a variation selector", "\uFE0F", invisible],
    ["tag characters", "\u{E0041}", invisible],
    ["a braille blank", "\u2800", invisible],
  ])("[SC7] %s", (_, text, expected) => {
    expect(textProblem(text)).toEqual(expected);
  });

  const HIDDEN = "x\u202Ey";
  it.each<[string, Configuration, string]>([
    ["a rule's name", { rules: [{ ...rule, name: HIDDEN }], schedules: [] }, "name"],
    ["a rule's reason", { rules: [{ ...rule, closedReason: HIDDEN }], schedules: [] }, "closedReason"],
    ["a schedule's name", { rules: [], schedules: [{ ...schedule, name: HIDDEN }] }, "name"],
    ["a group", { rules: [], schedules: [{ ...schedule, group: HIDDEN }] }, "group"],
    ["a queue", { rules: [], schedules: [{ ...schedule, queues: ["ok", HIDDEN] }] }, "queues"],
    ["a former name", { rules: [], schedules: [{ ...schedule, aliases: [HIDDEN] }] }, "aliases"],
  ])(
    "[SC7] %s with an invisible character cannot be published, and the message names it",
    (_, after, field) => {
      const [first, ...more] = checkEdit({ before: NOTHING, after });
      const { kind, id } = [
        ...after.rules.map(({ id }) => ({ kind: "rule", id })),
        { kind: "schedule", id: schedule.id },
      ][0]!;
      expect(first).toMatchObject({ kind, id, code: "item-invalid" });
      expect(first?.message).toContain(`${field}: `);
      expect(first?.message).toContain("U+202E");
      expect(more).toEqual([]);
      // An existing problem does not prevent closing the schedule.
      expect(
        checkEdit({
          before: after,
          after: { ...after, schedules: after.schedules.map((s) => ({ ...s, manualClose: true })) },
        }),
      ).toEqual([]);
    },
  );

  it("[SC7] a queue of zero width cannot be published", () => {
    const after = { rules: [], schedules: [{ ...schedule, queues: ["\u200B"] }] };
    expect(checkEdit({ before: NOTHING, after })).toMatchObject([
      {
        kind: "schedule",
        id: schedule.id,
        code: "item-invalid",
        message: expect.stringMatching(/^queues: .*visible/) as string,
      },
    ]);
  });

  it("[RE14] the form of a rule reports it at the field", () => {
    const form = {
      ...BLANK,
      name: "a\u0007",
      isOpen: false,
      closedReason: "\u200B",
      startTime: "08:00",
      endTime: "17:00",
    };
    expect(formProblems(form, rule, new Map())).toEqual(
      expect.arrayContaining([
        { field: "name", code: "character-refused", value: "U+0007" },
        { field: "closedReason", code: "nothing-visible" },
      ]),
    );
    // The reason of an open rule is not stored.
    expect(formProblems({ ...form, isOpen: true }, rule, new Map()).map(({ field }) => field)).not.toContain(
      "closedReason",
    );
  });
});
