/** The Flex desktop of one person, in its own browser context: a separate login and tab storage. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";

const SCREENSHOTS = join(__dirname, "../screenshots");
/** Flex starts in about 4 s; busy machines take much longer. */
const BOOT_MS = 90_000;
/** The longest wait for anything else, ms. */
const PATIENCE_MS = 60_000;

export interface Desktop {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors in the console, and uncaught exceptions. */
  readonly errors: readonly string[];
  /** Empties `errors`, where a test before caused some on purpose. */
  readonly forgetErrors: () => void;
  /** Writes a screenshot to `test/browser/screenshots/{name}.png`. */
  readonly screenshot: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface DesktopOptions {
  /** The first route in Flex, for example `/flex-schedule-manager`. */
  readonly path?: string;
  /** Flex's language, for example `de-DE`. */
  readonly language?: string;
  /** The browser's time zone; default: the machine's. */
  readonly timeZone?: string;
  readonly width?: number;
  readonly height?: number;
  /** A context in which to open another tab. */
  readonly context?: BrowserContext;
}

/** @param person a name for `?as=`: ada, bo, sam or sue */
export async function openDesktop(
  browser: Browser,
  flexUrl: string,
  person: string,
  { path = "/", language, timeZone, width = 1280, height = 800, context: given }: DesktopOptions = {},
): Promise<Desktop> {
  const context =
    given ??
    (await browser.newContext({
      viewport: { width, height },
      ...(timeZone === undefined ? {} : { timezoneId: timeZone }),
    }));
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => errors.push(String(error.stack ?? error)));
  await page.goto(`${flexUrl}${path}?as=${person}${language === undefined ? "" : `&lang=${language}`}`);
  await page.locator(".Twilio-SideNav").waitFor({ timeout: BOOT_MS });
  return {
    page,
    context,
    errors,
    forgetErrors: () => void errors.splice(0),
    async screenshot(name) {
      await mkdir(SCREENSHOTS, { recursive: true });
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
    },
    close: () => (given === undefined ? context.close() : page.close()),
  };
}
