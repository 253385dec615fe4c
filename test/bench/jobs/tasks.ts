import type { Locator } from "playwright-core";
import { dateKeys, type Person, timeKeys } from "./person";

/** Asks Studio's function. */
export type Ask = (name: string, simulate?: string) => Promise<unknown>;

export interface Task {
  readonly name: string;
  readonly limit: { readonly clicks: number; readonly keys?: number };
  /** @returns whether the schedules answer as wanted */
  readonly run: (person: Person, ask: Ask) => Promise<boolean>;
}

const OPEN = { isOpen: true, closedReason: "" };
const closed = (closedReason: string) => ({ isOpen: false, closedReason });

const row = ({ page }: Person, name: string): Locator =>
  page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader").getByRole("button", { name, exact: true }) });

const openSchedule = (person: Person, name: string): Promise<void> =>
  person.click(row(person, name).getByRole("button", { name, exact: true }));

async function publish(person: Person): Promise<void> {
  const { page } = person;
  await person.click(page.getByRole("button", { name: "Review and publish" }));
  await person.click(page.getByRole("dialog").getByRole("button", { name: /^Publish/ }));
  await page.getByRole("region", { name: /unpublished change/ }).waitFor({ state: "detached" });
}

/** ms that the functions may take to learn of schedules that the bench wrote to Sync without a publish. */
const PATIENCE = 30_000;

async function isAnswered(ask: Ask, name: string, wanted: object, time?: string): Promise<boolean> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = JSON.stringify(await ask(name, time));
    if (answer === JSON.stringify(wanted)) return true;
    if (Date.now() > end) {
      process.stderr.write(`${name} at ${time ?? "this moment"} answers ${answer}\n`);
      return false;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Whether each wall-clock time has its answer. */
async function answers(ask: Ask, name: string, expected: Readonly<Record<string, object>>): Promise<boolean> {
  const found = await Promise.all(
    Object.entries(expected).map(([time, wanted]) => isAnswered(ask, name, wanted, time)),
  );
  return found.every(Boolean);
}

/** Needs an empty product. */
export const supportUs: Task = {
  name: "Support US with everything, from an empty product",
  limit: { clicks: 35, keys: 60 },
  async run(person, ask) {
    const { page } = person;
    await person.click(page.getByRole("button", { name: "Create your first schedule" }));
    const dialog = page.getByRole("dialog", { name: "Your first schedule" });
    await dialog.getByRole("checkbox", { name: /^Close on public holidays/ }).waitFor({ state: "attached" });
    await person.type("Support US");
    await person.choose(dialog.getByLabel("Weekly hours"), /Sat.*9:00 AM–1:00 PM/);
    await person.click(dialog.getByRole("button", { name: /^Choose the holidays/ }));
    const eve = dialog.getByRole("checkbox", { name: "Half day before Christmas Day" });
    await person.click(
      dialog.locator("label").filter({ has: eve }).or(eve.locator("xpath=following-sibling::label")),
    );
    await person.click(dialog.getByRole("button", { name: "Create and publish" }));
    await page.getByRole("heading", { name: "Support US", exact: true }).waitFor();
    await page.getByRole("region", { name: /unpublished change/ }).waitFor({ state: "detached" });
    return answers(ask, "Support US", {
      "2027-06-07T11:59": OPEN,
      "2027-06-07T12:30": closed("closed"),
      "2027-06-07T17:59": OPEN,
      "2027-06-12T12:59": OPEN,
      "2027-06-12T13:00": closed("closed"),
      "2027-07-05T10:00": OPEN,
      "2027-11-25T10:00": closed("holiday"),
      "2027-12-24T11:59": OPEN,
      "2027-12-24T13:00": closed("holiday"),
    });
  },
};

const germanHolidays: Task = {
  name: "German holidays for a schedule",
  limit: { clicks: 5 },
  async run(person, ask) {
    const { page } = person;
    await openSchedule(person, "Support DE");
    await person.click(page.getByRole("main").getByRole("button", { name: "Add holidays" }));
    const dialog = page.getByRole("dialog", { name: "Add holidays" });
    await person.click(dialog.getByRole("button", { name: "Add holidays" }));
    await publish(person);
    return answers(ask, "Support DE", { "2027-10-03T10:00": closed("holiday"), "2027-10-04T10:00": OPEN });
  },
};

const nightLine: Task = {
  name: "A night line, 22:00–06:00 every night",
  limit: { clicks: 8 },
  async run(person, ask) {
    const { page } = person;
    const main = page.getByRole("main");
    await person.click(page.getByRole("button", { name: "New schedule" }));
    await main.getByRole("textbox", { name: /(^|\s)Name$/ }).waitFor();
    await person.type("Night line");
    await person.click(main.getByRole("button", { name: "Add hours on Monday" }));
    await person.type(timeKeys("22:00"));
    await person.tabTo(main.getByLabel("Monday, to"));
    await person.type(timeKeys("06:00"));
    await person.click(main.getByRole("button", { name: "Copy the hours of Monday to other days" }));
    const days = main.getByRole("group", { name: "Copy the hours of Monday to" });
    for (const day of ["Saturday", "Sunday"]) await person.click(days.getByText(day.slice(0, 3)));
    await person.click(main.getByRole("button", { name: "Copy", exact: true }).last());
    await publish(person);
    return answers(ask, "Night line", { "2027-06-06T22:00": OPEN, "2027-06-07T06:00": closed("closed") });
  },
};

const LINES = ["Line 1", "Line 2", "Line 3", "Line 4", "Line 5"];

/** Needs Line 1 to Line 5 among forty schedules. */
export const closeFive = (until: string): Task => ({
  name: `Close 5 of 40 until ${until}`,
  limit: { clicks: 6 },
  async run(person, ask) {
    const { page } = person;
    for (const name of LINES)
      await person.click(row(person, name).getByRole("cell").first().locator("label"));
    await person.click(page.getByRole("button", { name: "Close 5 manually" }));
    await page
      .getByRole("dialog")
      .getByRole("radio", { name: "Until reopened" })
      .waitFor({ state: "attached" });
    await person.press("Tab");
    await person.type(timeKeys(until));
    await person.press("Enter");
    await page.getByRole("status").getByText("5 schedules were closed.").waitFor();
    const found = await Promise.all(LINES.map((name) => isAnswered(ask, name, closed("manual"))));
    return found.every(Boolean);
  },
});

const specialHours: Task = {
  name: "Special hours on one day for one schedule",
  limit: { clicks: 6 },
  async run(person, ask) {
    const { page } = person;
    const main = page.getByRole("main");
    await openSchedule(person, "Support DE");
    await person.click(main.getByRole("button", { name: "Add special hours or a closure" }));
    await person.type(dateKeys("2027-06-08"));
    await person.click(main.getByText("Open at these times"));
    await person.tabTo(main.getByLabel("Opening 1, from"));
    await person.type(timeKeys("10:00"));
    await person.tabTo(main.getByLabel("Opening 1, to"));
    await person.type(timeKeys("14:00"));
    await person.click(main.getByRole("button", { name: "Add", exact: true }).first());
    await publish(person);
    return answers(ask, "Support DE", {
      "2027-06-08T09:59": closed("closed"),
      "2027-06-08T13:59": OPEN,
      "2027-06-08T14:00": closed("closed"),
    });
  },
};

const longerToday: Task = {
  name: "Open longer today",
  limit: { clicks: 2 },
  async run(person) {
    const { page } = person;
    await person.click(row(person, "Support DE").getByRole("button", { name: "Actions for Support DE" }));
    await person.click(page.getByRole("menuitem", { name: "Open longer today…" }));
    await page.getByRole("dialog").getByLabel("Closing time").waitFor();
    await person.press("Enter");
    await page
      .getByRole("status")
      .getByText(/^Support DE closes today at/)
      .waitFor();
    return true;
  },
};

/** Need the schedule Support DE, in Berlin, with hours every day. */
export const ORDINARY: readonly Task[] = [germanHolidays, nightLine, specialHours, longerToday];
