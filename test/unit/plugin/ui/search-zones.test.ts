import { zoneNames } from "@schedule-manager/shared/time/zone-table";
import { searchZones } from "@schedule-manager/plugin/ui/fields/search-zones";
import { countryNames } from "@schedule-manager/plugin/ui/fields/zone-places";

const WINTER = Date.parse("2026-12-01T12:00Z");
const SUMMER = Date.parse("2026-07-01T12:00Z");

function search(
  query: string,
  locale = "en-US",
  now = WINTER,
  inUse: readonly string[] = [],
): readonly string[] {
  const options = zoneNames().map((name) => ({
    value: name,
    text: name.replaceAll("_", " "),
    keywords: countryNames(name, locale),
  }));
  return searchZones(options, query, { locale, now, inUse }).map(({ value }) => value);
}

describe("the search for a time zone", () => {
  it.each([
    ["EST", "en-US", "America/New_York"],
    ["edt", "en-US", "America/New_York"],
    ["ET", "en-US", "America/New_York"],
    ["CST", "en-US", "America/Chicago"],
    ["CST", "zh-Hans", "Asia/Shanghai"],
    ["CST", "es-MX", "America/Mexico_City"],
    ["MST", "de-DE", "America/Denver"],
    ["PST", "fr-FR", "America/Los_Angeles"],
    ["IST", "en-US", "Asia/Kolkata"],
    ["CET", "de-DE", "Europe/Berlin"],
    ["CET", "en-US", "Europe/Paris"],
    ["BST", "en-US", "Europe/London"],
    ["UTC", "en-US", "UTC"],
    ["germany", "en-US", "Europe/Berlin"],
    ["Deutschland", "de-DE", "Europe/Berlin"],
    ["Alemania", "es-ES", "Europe/Berlin"],
    ["เยอรมนี", "th-TH", "Europe/Berlin"],
    ["德国", "zh-Hans", "Europe/Berlin"],
    ["germany", "zh-Hans", "Europe/Berlin"],
    ["india", "en-US", "Asia/Kolkata"],
    ["USA", "en-US", "America/New_York"],
    ["UK", "en-US", "Europe/London"],
    ["united king", "en-US", "Europe/London"],
    ["brasil", "pt-BR", "America/Sao_Paulo"],
    ["australia", "en-US", "Australia/Sydney"],
    ["berlin", "en-US", "Europe/Berlin"],
    ["new york", "en-US", "America/New_York"],
    ["sao paulo", "en-US", "America/Sao_Paulo"],
    ["Etc/GMT+2", "en-US", "Etc/GMT+2"],
  ])("[ED14] %s in %s finds %s first", (query, locale, expected) => {
    expect(search(query, locale)[0]).toBe(expected);
  });

  it.each([
    ["GMT+2", WINTER, "Africa/Cairo"],
    ["UTC+2", WINTER, "Africa/Cairo"],
    ["utc +02:00", WINTER, "Africa/Cairo"],
    ["GMT+2", SUMMER, "Africa/Johannesburg"],
    ["GMT-5", WINTER, "America/New_York"],
    ["UTC−5", WINTER, "America/New_York"],
    ["+5:30", WINTER, "Asia/Kolkata"],
  ])("[ED15] %s finds a place with this offset first", (query, now, expected) => {
    expect(search(query, "en-US", now)).toContain(expected);
    expect(search(query, "en-US", now)[0]).not.toMatch(/^Etc/);
  });

  it("[ED15] an offset finds places that have it now, then those that have it half a year later, and no zone of the other sign", () => {
    const found = search("GMT+2");
    expect(found).not.toContain("Etc/GMT+2");
    expect(found).toContain("Etc/GMT-2");
    expect(found.indexOf("Europe/Athens")).toBeLessThan(found.indexOf("Europe/Berlin"));
    expect(found.indexOf("Europe/Berlin")).toBeGreaterThan(0);
  });

  it("[ED15] zones of other schedules come first among equal matches", () => {
    expect(search("GMT+2", "en-US", WINTER, ["Europe/Helsinki"])[0]).toBe("Europe/Helsinki");
  });

  it("[ED15] only whole offsets are read as such", () => {
    expect(search("GMT-3:30")).toEqual(expect.arrayContaining(["America/St_Johns"]));
    expect(search("GMT-3:30")).not.toContain("Etc/GMT-3");
    expect(search("+2:99")).toEqual([]);
  });
});
