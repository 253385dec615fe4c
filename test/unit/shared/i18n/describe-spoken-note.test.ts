import { describeSpokenNote } from "@schedule-manager/shared/i18n/describe-spoken-note";

describe("a spoken note", () => {
  it.each([
    ["Fire alarm", "en-US", "Fire alarm."],
    ["Please call back tomorrow!", "en-US", "Please call back tomorrow!"],
    [" Feueralarm ", "de-DE", "Feueralarm."],
    ["消防演习", "zh-Hans", "消防演习。"],
    ["消防演习。", "zh-Hans", "消防演习。"],
    ["ซ้อมหนีไฟ", "th-TH", "ซ้อมหนีไฟ"],
    ["Costs {note}", "en-US", "Costs {note}."],
    ["“Back soon.”", "en-US", "“Back soon.”"],
  ])("[MC4] %s in %s becomes the sentence %s", (note, locale, sentence) => {
    expect(describeSpokenNote(note, locale)).toBe(sentence);
  });
});
