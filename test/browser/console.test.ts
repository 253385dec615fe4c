/** The stand-in's Sync console, as a person uses it. */
import type { Browser, Page } from "playwright-core";
import { ACCOUNT_SID, AUTH_TOKEN, SYNC_SERVICE_SID } from "../stand-in/dev-account";
import { type StandIn, startStandIn } from "../stand-in/server";
import { BACKEND } from "../stand-in/sync/types";
import { launchChromium } from "./support/chromium";

jest.setTimeout(120_000);

const MAP = "rules-0-of-1";
let standIn: StandIn;
let browser: Browser;
let page: Page;
const errors: string[] = [];
beforeAll(async () => {
  standIn = await startStandIn({ port: 0 });
  const session = standIn.sync.as(BACKEND, SYNC_SERVICE_SID);
  session.createMap({ uniqueName: MAP });
  session.createDocument({ uniqueName: "layout", data: { generation: 4 } });
  session.createItem(MAP, "weekdays", { data: { name: "Weekdays" } });
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(standIn.url);
});
afterAll(async () => {
  await browser?.close();
  await standIn?.stop();
});

const row = (key: string) => page.getByRole("row").filter({ has: page.getByRole("button", { name: key }) });
const session = () => standIn.sync.as(BACKEND, SYNC_SERVICE_SID);

describe("the Sync console", () => {
  it("[ST43] shows a map's items, follows changes, and edits, adds and deletes them", async () => {
    await page.getByRole("link", { name: MAP }).click();
    await row("weekdays").getByText('{"name":"Weekdays"}').waitFor();

    session().updateItem(MAP, "weekdays", { data: { name: "Working days" } });
    await row("weekdays").getByText('{"name":"Working days"}').waitFor();
    expect(await row("weekdays").getByRole("cell").nth(1).textContent()).toBe("1");

    await page.getByRole("button", { name: "weekdays" }).click();
    await page.getByLabel("Data (JSON)").fill('{"name":"Edited"}');
    session().updateItem(MAP, "weekdays", { data: { name: "Meanwhile" } });
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("alert").getByText("54205").waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await row("weekdays").getByText('{"name":"Meanwhile"}').waitFor();

    await page.getByRole("button", { name: "weekdays" }).click();
    await page.getByLabel("Data (JSON)").fill('{"name":"Edited"}');
    await page.getByRole("button", { name: "Save" }).click();
    await row("weekdays").getByText('{"name":"Edited"}').waitFor();
    expect(session().fetchItem(MAP, "weekdays").data).toEqual({ name: "Edited" });

    await page.getByRole("button", { name: "Add item" }).click();
    await page.getByLabel("Key", { exact: true }).fill("saturday");
    await page.getByRole("button", { name: "Save" }).click();
    await row("saturday").waitFor();
    page.once("dialog", (dialog) => void dialog.accept());
    await page.getByRole("button", { name: "saturday" }).click();
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await row("saturday").waitFor({ state: "detached" });
    expect(
      session()
        .listItems(MAP)
        .items.map(({ key }) => key),
    ).toEqual(["weekdays"]);
  });

  it("[ST43] shows a document and edits it", async () => {
    await page.getByRole("link", { name: "layout" }).click();
    await page.getByText('"generation": 4').waitFor();
    await page.getByRole("button", { name: "Edit" }).click();
    await page.getByLabel("Data (JSON)").fill('{"generation":5}');
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText('"generation": 5').waitFor();
    expect(session().fetch("document", "layout")).toMatchObject({ data: { generation: 5 } });
    expect(errors).toEqual([]);
  });

  it("[ST43] leaves Sync's REST API at the same address as it is", async () => {
    const authorization = `Basic ${Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString("base64")}`;
    const answer = await fetch(`${standIn.url}/v1/Services/${SYNC_SERVICE_SID}/Maps`, {
      headers: { authorization },
    });
    expect(await answer.json()).toMatchObject({ maps: [{ unique_name: MAP }] });
  });
});
