import type { Locator, Page } from "playwright-core";

export interface Effort {
  readonly clicks: number;
  readonly keys: number;
  /** Different addresses that the desktop showed. */
  readonly pages: number;
}

const MOST_TABS = 8;

/** A person at the desktop, who uses what is visible and whose clicks and keys are counted. */
export class Person {
  private clicks = 0;
  private keys = 0;
  private readonly addresses = new Set<string>();

  constructor(readonly page: Page) {}

  /** Starts to count anew. */
  begin(): void {
    this.clicks = 0;
    this.keys = 0;
    this.addresses.clear();
    this.look();
  }

  async click(target: Locator): Promise<void> {
    await target.click();
    this.clicks += 1;
    this.look();
  }

  /** A click to open the list, and one for the option. */
  async choose(list: Locator, option: string | RegExp): Promise<void> {
    const options = await list.locator("option").allTextContents();
    const label = options.find((text) => (typeof option === "string" ? text === option : option.test(text)));
    if (label === undefined) throw new Error(`no option ${String(option)} among ${options.join(" | ")}`);
    await list.selectOption({ label });
    this.clicks += 2;
  }

  /** Types into the focused field, a key per character. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.keys += [...text].length;
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    this.keys += 1;
    this.look();
  }

  /** Presses Tab until a field has the focus: a time field has several stops. */
  async tabTo(field: Locator): Promise<void> {
    const focused = (): Promise<boolean> => field.evaluate((element) => element === document.activeElement);
    for (let tabs = 0; tabs < MOST_TABS && !(await focused()); tabs += 1) await this.press("Tab");
    if (!(await focused())) throw new Error(`Tab does not lead to ${String(field)}`);
  }

  effort(): Effort {
    this.look();
    return { clicks: this.clicks, keys: this.keys, pages: this.addresses.size };
  }

  private look(): void {
    this.addresses.add(new URL(this.page.url()).pathname);
  }
}

/** The keys of a time in a field with a twelve-hour clock: `0930A`. */
export function timeKeys(time: string): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${two(hour % 12 || 12)}${two(minute)}${hour < 12 ? "A" : "P"}`;
}

/** The keys of a date in a field in the American order: `07/04/2026` without the slashes. */
export const dateKeys = (date: string): string => date.slice(5, 7) + date.slice(8) + date.slice(0, 4);
