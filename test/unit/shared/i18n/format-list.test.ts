import { formatList } from "@schedule-manager/shared/i18n/format-list";

describe("lists", () => {
  it.each([
    ["th-TH", ["A", "B", "C"], "A B และ C"],
    ["th-TH", ["กฎ", "วัน"], "กฎและวัน"],
    ["zh-Hans", ["A", "B"], "A 和 B"],
    ["zh-Hans", ["规则", "B"], "规则和B"],
    ["de-DE", ["A", "B", "C"], "A, B und C"],
  ])("[WD12] in %s set figures and Latin letters apart: %j", (locale, items, words) => {
    expect(formatList(locale, items)).toBe(words);
  });
});
