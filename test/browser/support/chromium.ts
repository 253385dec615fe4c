/**
 * A Chromium for the browser tests: an installed Chrome, Edge or Chromium, otherwise the one of the npm package (Linux
 * x64 only).
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";
import { CACHE } from "../../stand-in/cache";

/** Only this machine is reachable: a request to any other host fails at once and appears in the console. */
const ARGS = [
  "--disable-gpu",
  "--font-render-hinting=none",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
];

const INSTALLED: readonly LaunchOptions[] = [
  { channel: "chrome" },
  { channel: "msedge" },
  ...["/usr/bin/chromium", "/usr/bin/chromium-browser", "/snap/bin/chromium"].map((executablePath) => ({
    executablePath,
  })),
];

/** `CHROME_PATH` selects another browser. */
export async function launchChromium(): Promise<Browser> {
  const own = process.env["CHROME_PATH"];
  const candidates = own === undefined ? INSTALLED : [{ executablePath: own }];
  const refusals: string[] = [];
  for (const candidate of candidates) {
    if (candidate.executablePath !== undefined && !existsSync(candidate.executablePath)) continue;
    const browser = await attempt(candidate, refusals);
    if (browser !== null) return browser;
  }
  if (own === undefined && isLinuxX64()) {
    const packed = await unpacked();
    const env = { ...environment(), FONTCONFIG_FILE: join(packed, "fonts.conf") };
    const executablePath = join(packed, "chromium");
    const libraries = { ...env, LD_LIBRARY_PATH: join(packed, "al2023/lib") };
    // The package's libraries only if Chromium does not start with the system's, which fit it better.
    for (const each of [env, libraries]) {
      const browser = await attempt({ executablePath, env: each }, refusals);
      if (browser !== null) return browser;
    }
  }
  throw new Error(
    `No Chromium could be started. Install Google Chrome, or name a browser in CHROME_PATH.\n${refusals.join("\n")}`,
  );
}

const isLinuxX64 = (): boolean => process.platform === "linux" && process.arch === "x64";

async function attempt(options: LaunchOptions, refusals: string[]): Promise<Browser | null> {
  try {
    return await chromium.launch({ ...options, args: ARGS });
  } catch (error) {
    const [first = ""] = String(error).split("\n");
    refusals.push(`${options.channel ?? options.executablePath ?? ""}: ${first}`);
    return null;
  }
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Unpacks npm's Chromium once. @returns the folder with it, its libraries and its fonts */
async function unpacked(): Promise<string> {
  const entry = require.resolve("@sparticuz/chromium");
  const manifest = join(dirname(entry), "../../package.json");
  const { version } = JSON.parse(await readFile(manifest, "utf8")) as { version: string };
  const folder = join(CACHE, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  // Not the name of a version, so that another process that unpacks does not remove it as an older one.
  const unfinished = `${folder}-unfinished-${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  try {
    await unpack(entry, unfinished);
    await writeFile(join(unfinished, "fonts.conf"), fontsConf(join(folder, "fonts")));
    if (!existsSync(folder)) await rename(unfinished, folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  const older = (await readdir(CACHE)).filter(
    (name) => /^chromium-[\d.]+$/.test(name) && !folder.endsWith(name),
  );
  await Promise.all(older.map((name) => rm(join(CACHE, name), { recursive: true, force: true })));
  return folder;
}

/**
 * The package unpacks into the temporary folder, and unpacks its libraries only in certain hosting environments, so it
 * runs in a process whose environment variables say both.
 */
function unpack(entry: string, folder: string): Promise<void> {
  const script = `require(${JSON.stringify(entry)}).executablePath()`;
  const child = spawn(process.execPath, ["-e", script], {
    env: { ...process.env, TMPDIR: folder, VERCEL: "1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Chromium could not be unpacked from npm's package (exit code ${code})`));
    });
  });
}

/** The package's fonts first, so that pages look the same on every machine; the system's for missing characters. */
const fontsConf = (fonts: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;
