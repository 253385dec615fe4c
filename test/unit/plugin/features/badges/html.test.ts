import { BADGE_CLASS, badgeHtml, unknownHtml } from "@schedule-manager/plugin/features/badges/badge-html";

describe("badge HTML", () => {
  it("[BD4] markup in a reason is escaped", () => {
    const html = badgeHtml(false, `Closed: <img src=x onerror="alert('1')"> & more`, null);
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; more");
    expect(html).not.toContain("<img");
  });

  it("[BD1] open, closed and unknown look different", () => {
    const classes = (html: string) => /class="([^"]*)"/.exec(html)?.[1]?.split(" ");
    expect(classes(badgeHtml(true, "", null))).toEqual([BADGE_CLASS, `${BADGE_CLASS}--open`]);
    expect(classes(badgeHtml(false, "", null))).toEqual([BADGE_CLASS, `${BADGE_CLASS}--closed`]);
    expect(classes(unknownHtml(""))).toEqual([BADGE_CLASS, `${BADGE_CLASS}--unknown`]);
    expect(unknownHtml("<b>")).toContain("&lt;b&gt;");
  });

  it("[BD5] a status that may be out of date is marked", () => {
    expect(badgeHtml(true, "Open", null).replace(/<[^>]*>/g, "")).toBe("Open");
    expect(badgeHtml(true, "Open", "as of 9:05 AM").replace(/<[^>]*>/g, "")).toBe("Open as of 9:05 AM");
    expect(badgeHtml(true, "Open", "<i>")).toContain("&lt;i&gt;");
  });
});
