import { openScheduleManager } from "./support/schedule-manager";
import { browserSuite } from "./support/suite";

const suite = browserSuite();

/** ms within which a tab that was closed has lost its locks: most often it gives them back as it goes. */
const GIVEN_BACK = 60_000;

describe("two admins and an edit lock", () => {
  it("[LK15] shows who edits, live, and is taken over and given back", async () => {
    const [ada, bo] = [await suite.open("ada"), await suite.open("bo", { width: 1440, height: 900 })];
    const [adas, bos] = [await openScheduleManager(ada.page), await openScheduleManager(bo.page)];
    const adasPage = await adas.open("Example");
    await bos
      .row("Example")
      .getByText("Ada Lindqvist has been editing this since")
      .waitFor({ state: "attached" });
    await bo.screenshot("lock-table");

    const bosPage = await bos.open("Example");
    await bo.page.getByRole("heading", { name: /^Ada Lindqvist has been editing this since/ }).waitFor();
    expect(await bosPage.name.isDisabled()).toBe(true);
    await bo.screenshot("lock-banner");

    await adasPage.name.fill("Example of Ada");
    await bosPage.button("Take over").click();
    await ada.page.getByRole("heading", { name: /^Bo Okafor took over at/ }).waitFor();
    await ada.page.getByText("Your unpublished changes are kept as a draft").waitFor();
    expect(await adasPage.name.isDisabled()).toBe(true);
    expect(await adasPage.name.inputValue()).toBe("Example of Ada");
    expect(await bosPage.name.isEnabled()).toBe(true);
    expect(await bosPage.name.inputValue()).toBe("Example");
    await ada.screenshot("lock-taken");

    await bo.page.close({ runBeforeUnload: true });
    await ada.page
      .getByRole("heading", { name: /took over/ })
      .waitFor({ state: "detached", timeout: GIVEN_BACK });
    expect(await adasPage.name.isEnabled()).toBe(true);
    expect(ada.errors).toEqual([]);
  });
});
