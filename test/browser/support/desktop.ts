/** The Flex desktop of one person, in a browser context of its own: another login, another tab storage. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";

const SCREENSHOTS = join(__dirname, "../screenshots");
/** Flex boots in some 4 s; busy machines take much longer. */
const BOOT_MS = 90_000;
/** How long anything else may take to show. */
const PATIENCE_MS = 60_000;

export interface Desktop {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console called an error, and what nobody caught. */
  readonly errors: readonly string[];
  /** Keeps a picture as `test/browser/screenshots/{name}.png`. */
  readonly screenshot: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface DesktopOptions {
  /** Where Flex begins, for example `/flex-schedule-manager`. */
  readonly path?: string;
  /** Flex's language, for example `de-DE`. */
  readonly language?: string;
  readonly width?: number;
  readonly height?: number;
  /** A context to open another tab in. */
  readonly context?: BrowserContext;
}

/** @param person whose name `?as=` takes: ada, bo, sam or sue */
export async function openDesktop(
  browser: Browser,
  flexUrl: string,
  person: string,
  { path = "/", language, width = 1280, height = 800, context: given }: DesktopOptions = {},
): Promise<Desktop> {
  const context = given ?? (await browser.newContext({ viewport: { width, height } }));
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
    async screenshot(name) {
      await mkdir(SCREENSHOTS, { recursive: true });
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
    },
    close: () => (given === undefined ? context.close() : page.close()),
  };
}
