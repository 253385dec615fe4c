import { formatList } from "@schedule-manager/shared/i18n/format-list";

describe("lists", () => {
  it.each([
    ["th-TH", ["A", "B", "C"], "A, B และ C"],
    ["th-TH", ["24 ธันวาคม", "25 ธันวาคม", "วันหยุด"], "24 ธันวาคม, 25 ธันวาคม และวันหยุด"],
    ["th-TH", ["วันจันทร์", "วันพุธ", "วันศุกร์"], "วันจันทร์ วันพุธ และวันศุกร์"],
    ["th-TH", ["กฎ", "วัน"], "กฎและวัน"],
    ["zh-Hans", ["A", "B"], "A 和 B"],
    ["zh-Hans", ["规则", "B"], "规则和B"],
    ["de-DE", ["A", "B", "C"], "A, B und C"],
  ])("[WD12] formats a list in %s: %j", (locale, items, words) => {
    expect(formatList(locale, items)).toBe(words);
  });
});
