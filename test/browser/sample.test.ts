import { ACCOUNT_SID } from "../stand-in/dev-account";
import { addSample, SAMPLE_DOMAIN } from "./support/sample-plugin";
import { browserSuite } from "./support/suite";

const suite = browserSuite();

/** Writes Flex's settings as a deploy leaves them while the sample is live. */
function configureBoth(): void {
  const { deployed, urls } = suite.everything;
  const features = {
    schedule_manager: { enabled: true, serverless_domain: SAMPLE_DOMAIN },
    flex_schedule_manager: { enabled: true, serverless_domain: urls.functions },
  };
  deployed.configuration.write({
    account_sid: ACCOUNT_SID,
    ui_attributes: { version_compatibility: "yes", custom_data: { features } },
  });
}

describe("Twilio's sample on the same page", () => {
  it.each(["first", "last"] as const)(
    "[PL84] works side by side with ours when it loads %s: each has its link, its view, its route and its functions",
    async (order) => {
      configureBoth();
      const context = await suite.browser.newContext({ viewport: { width: 1280, height: 800 } });
      const requested = await addSample(context, order);
      const { page, errors, screenshot } = await suite.open("ada", { context });
      const links = page.locator(".Twilio-SideNav");
      const ours = links.getByText("Schedule Manager", { exact: true });
      const sample = links.getByText(`Schedule Manager (${SAMPLE_DOMAIN})`);
      await ours.waitFor({ state: "attached" });
      await sample.dispatchEvent("click");
      await page.getByText("Sample: Old hours").waitFor();
      expect(new URL(page.url()).pathname).toBe("/schedule-manager/");
      await ours.dispatchEvent("click");
      await page.getByRole("table", { name: "Schedules" }).getByText("Example").first().waitFor();
      expect(new URL(page.url()).pathname).toBe("/flex-schedule-manager/schedules");
      expect(await page.getByText("Sample: Old hours").isVisible()).toBe(false);
      await screenshot(`sample-${order}`);
      // Each opens its own view by its route.
      await page.reload();
      await page.getByRole("table", { name: "Schedules" }).getByText("Example").first().waitFor();
      await page.goto(`${suite.everything.urls.flex}/schedule-manager?as=ada`);
      await page.getByText("Sample: Old hours").waitFor();
      // The sample's functions receive the sample's requests, and none of ours.
      expect([...new Set(requested)]).toEqual(["/admin/list"]);
      expect(errors).toEqual([]);
      await context.close();
    },
  );
});
