import { badgeHtml } from "@schedule-manager/plugin/features/badges/badge-html";

describe("badge HTML", () => {
  it("[BD4] markup in a reason is escaped", () => {
    const html = badgeHtml(false, `Closed: <img src=x onerror="alert('1')"> & more`, null);
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; more");
    expect(html).not.toContain("<img");
  });

  it("[BD5] a status that may be out of date is marked", () => {
    expect(badgeHtml(true, "Open", null)).not.toContain("as of");
    expect(badgeHtml(true, "Open", "as of 9:05 AM")).toContain("as of 9:05 AM");
  });
});
