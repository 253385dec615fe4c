import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";
import { itemRef, PRESENCE } from "@schedule-manager/shared/sync/layout";
import { catalogueOf } from "../../browser/support/catalogue";
import { openScheduleManager } from "../../browser/support/schedule-manager";
import { SYNC_SERVICE_SID } from "../../stand-in/dev-account";
import type { LocalTwilio } from "../../stand-in/local-twilio";
import { BACKEND } from "../../stand-in/sync/types";

/** ms between two changes of others, at most. */
const LONGEST_PAUSE = 20;
/** ms that a computer sleeps. */
const ASLEEP = 3000;

/** How often each thing happens, in minutes of the hour. */
const EVERY = { page: 2, history: 3, review: 4, publish: 5, elsewhere: 6, sleep: 10, renewal: 15 } as const;

interface Counts {
  changes: number;
  sleeps: number;
  renewals: number;
}

/** An hour of an admin's desktop: others' changes and locks, the admin's own work, sleeps and token renewals. */
export class Hour {
  readonly counts: Counts = { changes: 0, sleeps: 0, renewals: 0 };

  constructor(
    private readonly local: LocalTwilio,
    private readonly page: Page,
    /** The schedules, whose names the table shows. */
    private readonly schedules: readonly { readonly id: string; readonly name: string }[],
    /** Changes by others in a minute, within this time in ms. */
    private readonly others: { readonly changes: number; readonly ms: number },
  ) {}

  /** @param minute from 1 */
  async minute(minute: number): Promise<void> {
    const isDue = (what: keyof typeof EVERY): boolean => minute % EVERY[what] === 0;
    await this.#others(minute);
    if (isDue("page")) await this.#editAndDiscard(minute);
    if (isDue("history")) await this.#history();
    if (isDue("review")) await this.#review(minute);
    if (isDue("publish")) await this.#closeAndReopen(minute);
    if (isDue("elsewhere")) await this.#elsewhere();
    if (isDue("sleep")) await this.#sleep();
    if (isDue("renewal")) this.#renew();
  }

  #schedule(minute: number): { readonly id: string; readonly name: string } {
    const found = this.schedules[minute % this.schedules.length];
    if (found === undefined) throw new Error("no schedules");
    return found;
  }

  /** Others change schedules, and open and leave one. */
  async #others(minute: number): Promise<void> {
    const catalogue = catalogueOf(this.local);
    const session = this.local.standIn.sync.as(BACKEND, SYNC_SERVICE_SID);
    const { id } = this.#schedule(minute + 7);
    const key = itemRef("schedule", id);
    const by = { identity: "bo_40example_2Ecom", name: "Bo Okafor" };
    const data = { lockId: `page-of-bo-${minute}`, by, since: new Date().toISOString(), beat: 0 };
    session.putItem(PRESENCE, key, { data, ttl: 180 });
    const { changes, ms } = this.others;
    for (let number = 0; number < changes; number += 1) {
      const { id: changed } = this.#schedule(minute * changes + number);
      const schedule = catalogue.schedule(changed);
      catalogue.put("schedule", changed, { ...schedule, manualClose: !schedule.manualClose });
      this.counts.changes += 1;
      await setTimeout(Math.min(LONGEST_PAUSE, ms / changes));
    }
    session.removeItem(PRESENCE, key);
  }

  /** Opens a schedule, types a name, and undoes it. */
  async #editAndDiscard(minute: number): Promise<void> {
    const view = await openScheduleManager(this.page);
    const item = await view.open(this.#schedule(minute).name);
    await item.name.fill(`Typed in minute ${minute}`);
    await this.#discardAll();
    await item.back();
  }

  async #history(): Promise<void> {
    await this.page.getByRole("tab", { name: "History" }).click();
    await this.page.getByRole("list", { name: "History" }).waitFor();
    await this.page.getByRole("tab", { name: "Schedules" }).click();
    await this.page.getByRole("table", { name: "Schedules" }).waitFor();
  }

  async #review(minute: number): Promise<void> {
    const view = await openScheduleManager(this.page);
    const item = await view.open(this.#schedule(minute + 1).name);
    await item.name.fill(`Reviewed in minute ${minute}`);
    const dialog = await view.review();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.waitFor({ state: "detached" });
    await this.#discardAll();
    await item.back();
  }

  async #discardAll(): Promise<void> {
    await this.page.getByRole("button", { name: "Discard all" }).click();
    const dialog = this.page.getByRole("alertdialog");
    await dialog.getByRole("button", { name: "Discard all" }).click();
    await dialog.waitFor({ state: "detached" });
  }

  /** Publishes through the functions. */
  async #closeAndReopen(minute: number): Promise<void> {
    const view = await openScheduleManager(this.page);
    const { id, name } = this.#schedule(minute + 2);
    const shows = (closed: boolean): Promise<void> =>
      view.row(name).getByRole("switch", { checked: closed }).waitFor({ state: "attached" });
    const before = catalogueOf(this.local).schedule(id).manualClose;
    // The others' last change may not be shown yet.
    await shows(before);
    for (const closed of [!before, before]) {
      await view.toggle(name);
      await shows(closed);
    }
  }

  /** Leaves the view and comes back. */
  async #elsewhere(): Promise<void> {
    await this.page.getByRole("link", { name: "Agent Desktop", exact: true }).click();
    await this.page.getByRole("table", { name: "Schedules" }).waitFor({ state: "detached" });
    await openScheduleManager(this.page);
  }

  /** Every socket is lost, and none opens for a while. */
  async #sleep(): Promise<void> {
    const { faults, hub } = this.local.standIn;
    const id = faults.add({ match: { transport: "socket" }, action: { do: "refuse" } });
    hub.drop();
    await this.page.waitForTimeout(ASLEEP);
    faults.remove(id);
    await this.page.getByRole("status").getByText("Live").waitFor();
    this.counts.sleeps += 1;
  }

  /** The tokens of our own connection are about to end. */
  #renew(): void {
    this.counts.renewals += this.local.standIn.hub.warn(({ access }) => access?.type === "sync");
  }
}
