import { messagesFor } from "@schedule-manager/shared/i18n/messages-for";
import type { Plural } from "@schedule-manager/shared/i18n/plural";
import { LOCALES } from "../../../support/locales";
import { MESSAGES } from "./translate-for";

type Leaf = readonly [path: string, text: string, isPlural: boolean];

const isPlural = (value: object): value is Plural =>
  "other" in value && Object.keys(value).every((key) => /^(zero|one|two|few|many|other)$/.test(key));

function leaves(value: unknown, path: string): readonly Leaf[] {
  if (typeof value === "string") return [[path, value, false]];
  if (typeof value !== "object" || value === null) return [];
  if (isPlural(value)) return Object.values(value).map((text): Leaf => [path, text as string, true]);
  return Object.entries(value).flatMap(([key, child]) => leaves(child, `${path}.${key}`));
}

/** Every text that an admin or agent can see. */
const textsOf = (locale: (typeof LOCALES)[number]): readonly Leaf[] => [
  ...Object.entries(MESSAGES[locale]).flatMap(([key, value]) => leaves(value, key)),
  ...leaves(messagesFor(locale), "shared"),
];

/** Texts about a recurrence that a person writes in iCalendar's notation, or a format to follow. */
const NOTATION = /^(rule\.rrule|shared\.problem\.(rrule-|date-invalid|time-invalid))/;
/** Names of products, formats and times. */
const KNOWN = /\b(iCalendar|JSON|RFC|UTC|GMT|WQ|KB|MB|AM|PM)\b/g;
/** Names of fields in the data are camel case or capitals: closedReason, INTERVAL, SID. */
const FIELD_NAME = /(?<![\p{L}\d])(\p{Ll}+\p{Lu}\w*|\p{Lu}{3,})(?![\p{L}\d])/u;

describe.each(LOCALES)("the words of %s", (locale) => {
  it("[LA8] no text has the name of a field of the data", () => {
    const wrong = textsOf(locale).filter(
      ([path, text]) =>
        !NOTATION.test(path) && FIELD_NAME.test(text.replace(/\{\w+\}/g, "").replace(KNOWN, "")),
    );
    expect(wrong).toEqual([]);
  });
});

/** Texts whose number is never 1, or counts no noun. */
const NEVER_ONE: readonly string[] = [
  "table.page.of",
  "bulk.stopped",
  "publishing.part",
  "schedule.rule.moved",
  // A constant of the model.
  "special.problem.long",
  "publishing.rate",
  // Days of 23 and 25 hours, and the like.
  "preview.shorter",
  "preview.longer",
  "preview.hours",
  // Two at least: one has a text of its own.
  "draft.mergedMany",
  "shared.recurrence.everyDays",
  "shared.recurrence.weeklySome",
  "shared.recurrence.monthlySome",
  "shared.recurrence.yearlySome",
  "shared.relative.daysBefore",
  "shared.relative.daysAfter",
  "shared.relative.workingDaysBefore",
  "shared.relative.workingDaysAfter",
  // Thousands.
  "shared.finding.item-too-large",
];
const NUMBER_BEFORE_WORD = /\{(count|n|rate|hours|bytes)\}[ \u00a0](?!of\b)\p{L}/u;

it("[LA9] a number before a noun has plural forms", () => {
  const found = textsOf("en-US").filter(([, text, plural]) => !plural && NUMBER_BEFORE_WORD.test(text));
  expect(found.map(([path]) => path).filter((path) => !NEVER_ONE.includes(path))).toEqual([]);
});

it("[LA9] the form for one says no “all 1”", () => {
  const wrong = textsOf("en-US").filter(([, text]) => /\ball \{count\} \w+(?<!s)$/i.test(text));
  expect(wrong).toEqual([]);
});

/** Words, quotes and the perfect tense of Spain's Spanish. */
const OF_SPAIN = /(?<!\p{L})añad|festivo|laborable|pulse|«|»|\bse han? \p{L}+d[oa]\b|\bha \p{L}+d[oa]\b/iu;

it("[LA12] Spanish outside Spain has no text in the words of Spain", () => {
  expect(textsOf("es-ES").filter(([, text]) => OF_SPAIN.test(text)).length).toBeGreaterThan(50);
  expect(textsOf("es-MX").filter(([, text]) => OF_SPAIN.test(text))).toEqual([]);
});

const QUOTES: Readonly<Record<(typeof LOCALES)[number], string>> = {
  "en-US": "“”",
  "es-ES": "«»",
  "es-MX": "“”",
  "pt-BR": "“”",
  "fr-FR": "«»",
  "de-DE": "„“",
  "th-TH": "“”",
  "zh-Hans": "“”",
};
/** Straight ones are a typewriter's. */
const ANY_QUOTE = /["'‘‚„“”«»‹›]/g;

it.each(LOCALES)("[LA13] %s has its own quotation marks and apostrophes", (locale) => {
  const known = QUOTES[locale];
  const texts = textsOf(locale).filter(([, text]) => text.match(ANY_QUOTE));
  expect(texts.length).toBeGreaterThan(10);
  expect(texts.filter(([, text]) => text.match(ANY_QUOTE)?.some((mark) => !known.includes(mark)))).toEqual(
    [],
  );
  const unpaired = texts.filter(
    ([, text]) => text.split(known[0] ?? "").length !== text.split(known[1] ?? "").length,
  );
  expect(unpaired).toEqual([]);
});

/** What a language's punctuation never is. */
const WRONG_PUNCTUATION = {
  // A breaking space, or none, beside these.
  "fr-FR": /[^\u00a0\u202f][;!?»]|[^\u00a0\u202f]:(?=\s|$)|«[^\u00a0\u202f]/u,
  // The end of a sentence, except after an abbreviation of hours.
  "th-TH": /(?<!ช)[\u0e00-\u0e7f]\.(?=\s|$)|[,;!?]$/u,
  // Half-width marks, and spaces beside full-width ones.
  "zh-Hans": /[,;:!?().]|\s[，。：；？！、（）]|[，。：；？！、（）]\s/u,
};
/** Placeholders, iCalendar's notation, times, numbers and names of files. */
const NO_SENTENCE = /\{\w+\}|FREQ=[A-Z=;,\-\d]+|HH:mm|\d+[:,]\d+|\w*\.(?:ics|json)/g;

it.each(["fr-FR", "th-TH", "zh-Hans"] as const)("[LA13] %s has its own punctuation", (locale) => {
  const wrong = textsOf(locale).filter(([, text]) =>
    WRONG_PUNCTUATION[locale].test(text.replace(NO_SENTENCE, "X")),
  );
  expect(wrong).toEqual([]);
});

/** Other words for a schedule, its hours, holidays, working days and the company. */
const OTHER_WORDS = {
  "pt-BR": /\bagendas?\b|\bcom o Twilio(?! Sync)/iu,
  "th-TH": /วันทำงาน|(?<!ช่วง)เวลาเปิด|กะกลางคืน|ตารางนี้|กฎ \{count\} รายการ/u,
  "zh-Hans": /(?<!节)假日|(?<!重新)开放|日程|时钟变更|直至/u,
};

it.each(["pt-BR", "th-TH", "zh-Hans"] as const)("[LA14] %s has one word for one thing", (locale) => {
  expect(textsOf(locale).filter(([, text]) => OTHER_WORDS[locale].test(text))).toEqual([]);
});
