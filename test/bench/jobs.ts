import { catalogueOf } from "../browser/support/catalogue";
import { launchChromium } from "../browser/support/chromium";
import { openDesktop } from "../browser/support/desktop";
import { sideLink } from "../browser/support/schedule-manager";
import { startLocal } from "../stand-in/local-twilio";
import { type Effort, Person } from "./jobs/person";
import { type Ask, closeFive, ORDINARY, supportUs, type Task } from "./jobs/tasks";

export const title = "clicks, keys and pages of an admin's jobs, on a real Flex desktop";

const ZONE = "America/New_York";
/** With the schedules of the jobs before, forty. */
const LINES = 37;

interface Done extends Effort {
  readonly name: string;
  readonly limit: Task["limit"];
  /** Whether the schedules answer as wanted. */
  readonly works: boolean;
}

const isWithin = ({ clicks, keys, limit, works }: Done): boolean =>
  works && clicks <= limit.clicks && keys <= (limit.keys ?? Infinity);

/** `15:00`, or the next full hour where that has passed. */
function untilTime(now: number): string {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, hour: "2-digit" });
  const hour = Number(format.format(now));
  return `${String(Math.min(23, Math.max(15, hour + 1))).padStart(2, "0")}:00`;
}

export async function run(): Promise<Record<string, unknown>> {
  const [local, browser] = await Promise.all([startLocal({ configuration: null }), launchChromium()]);
  const ask: Ask = async (name, simulate) => {
    const address = new URL("/check-schedule", local.urls.functions);
    address.searchParams.set("name", name);
    if (simulate !== undefined) address.searchParams.set("simulate", simulate);
    return (await (await fetch(address)).json()) as unknown;
  };
  try {
    const { page } = await openDesktop(browser, local.urls.flex, "ada", { timeZone: ZONE });
    const person = new Person(page);
    const jobs: Done[] = [];
    const perform = async (task: Task): Promise<void> => {
      process.stderr.write(`${task.name} …\n`);
      person.begin();
      const works = await task.run(person, ask);
      jobs.push({ name: task.name, ...person.effort(), limit: task.limit, works });
    };
    const fromTheTable = async (task: Task, row: string): Promise<void> => {
      await page.goto(`${local.urls.flex}/flex-schedule-manager?as=ada`);
      await page.getByRole("rowheader").getByRole("button", { name: row, exact: true }).waitFor();
      await perform(task);
    };
    await sideLink(page).dispatchEvent("click");
    await perform(supportUs);
    const catalogue = catalogueOf(local);
    const put = (id: string, name: string, timeZone: string): void => {
      catalogue.put("schedule", id, { name, timeZone, manualClose: false, rules: ["hours"] });
    };
    catalogue.put("rule", "hours", { name: "Hours", isOpen: true, startTime: "08:00", endTime: "18:00" });
    put("support-de", "Support DE", "Europe/Berlin");
    for (const task of ORDINARY) await fromTheTable(task, "Support DE");
    for (let n = 1; n <= LINES; n += 1) put(`line-${n}`, `Line ${n}`, ZONE);
    await fromTheTable(closeFive(untilTime(Date.now())), "Line 1");
    if (!jobs.every(isWithin)) process.exitCode = 1;
    return { jobs };
  } finally {
    await browser.close();
    await local.stop();
  }
}

export function print(result: Record<string, unknown>): string[] {
  const jobs = result["jobs"] as readonly Done[];
  const limited = (value: number, limit: number | undefined): string =>
    (limit === undefined ? String(value) : `${value} (≤ ${limit})`).padStart(10);
  return [
    `${"".padEnd(52)}${"clicks".padStart(10)}${"keys".padStart(10)}${"pages".padStart(7)}`,
    ...jobs.map(
      (job) =>
        `${job.name.padEnd(52)}${limited(job.clicks, job.limit.clicks)}${limited(job.keys, job.limit.keys)}` +
        `${String(job.pages).padStart(7)}${isWithin(job) ? "" : "  too much"}`,
    ),
  ];
}
