/** One stand-in, one functions' process and one browser for the tests of a file; all end with it. */
import type { Browser } from "playwright-core";
import { type LocalTwilio, type LocalTwilioOptions, startLocal } from "../../stand-in/local-twilio";
import { launchChromium } from "./chromium";
import { type Desktop, type DesktopOptions, openDesktop } from "./desktop";

/** Long, because the machine may be busy. */
const START_MS = 180_000;
const TEST_MS = 180_000;

export interface Suite {
  readonly everything: LocalTwilio;
  readonly browser: Browser;
  /** Closed after the test that opened them. */
  open(person: string, options?: DesktopOptions): Promise<Desktop>;
  /** Open until the file ends: a start of Flex costs seconds, so tests share a desktop where they can. */
  keep(person: string, options?: DesktopOptions): Promise<Desktop>;
  /** Studio's answer. */
  check(name: string): Promise<unknown>;
}

/** Call it at the top of a test file; its result is available once the tests run. */
export function browserSuite(options: LocalTwilioOptions = {}): Suite {
  jest.setTimeout(TEST_MS);
  let everything: LocalTwilio | undefined;
  let browser: Browser | undefined;
  const opened: Desktop[] = [];

  beforeAll(async () => {
    [everything, browser] = await Promise.all([startLocal(options), launchChromium()]);
  }, START_MS);
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((desktop) => desktop.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await everything?.stop();
  }, START_MS);

  const there = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error("the suite has not started");
    return value;
  };
  const start = (person: string, desktopOptions?: DesktopOptions): Promise<Desktop> =>
    openDesktop(there(browser), there(everything).urls.flex, person, desktopOptions);
  return {
    get everything() {
      return there(everything);
    },
    get browser() {
      return there(browser);
    },
    async open(person, desktopOptions) {
      const desktop = await start(person, desktopOptions);
      opened.push(desktop);
      return desktop;
    },
    keep: start,
    async check(name) {
      const address = new URL("/check-schedule", there(everything).urls.functions);
      address.searchParams.set("name", name);
      const answer = await fetch(address);
      return (await answer.json()) as unknown;
    },
  };
}
