import { interpolate } from "@schedule-manager/shared/i18n/interpolate";
import { plural } from "@schedule-manager/shared/i18n/plural";

describe("interpolate", () => {
  it.each([
    ["a text", "en-US", "{name} is closed", { name: "Example" }, "Example is closed"],
    ["a text twice", "en-US", "{name}, {name}", { name: "A" }, "A, A"],
    ["a number in English", "en-US", "{n} times", { n: 1200 }, "1,200 times"],
    ["a number in German", "de-DE", "{n} Mal", { n: 1200 }, "1.200 Mal"],
    ["an empty text for a name without a value", "en-US", "Closed{reason}", {}, "Closed"],
    ["a value that looks like a name as it is", "en-US", "{a}{b}", { a: "{b}", b: "$&" }, "{b}$&"],
  ])("[WD14] writes %s", (_case, locale, template, values: Record<string, string | number>, expected) => {
    expect(interpolate(locale, template, values)).toBe(expected);
  });
});

describe("plural", () => {
  it.each([
    ["en-US", 0, "other"],
    ["en-US", 1, "one"],
    ["fr-FR", 0, "one"],
    ["fr-FR", 2, "other"],
    ["th-TH", 1, "other"],
  ])("[WD13] in %s, %d takes the form %s", (locale, n, form) => {
    expect(plural(locale, { one: "one", other: "other" }, n)).toBe(form);
  });

  it("[WD13] a missing form falls back to other", () => {
    expect(plural("en-US", { other: "other" }, 1)).toBe("other");
  });
});
