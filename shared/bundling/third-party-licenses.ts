/** Collects the licence texts of bundled packages: most licences require their text beside every copy. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { manifestIn, type PackageManifest } from "./package-manifest";

const LICENSE_NAMES = /^(licen[cs]e|copying|notice)/i;
/** Licences that require the address of the source code. */
const WANTS_SOURCE = /^(MPL|LGPL|EPL)/;
const RULE = `\n${"-".repeat(79)}\n\n`;

/**
 * @param modules files of a bundle, with paths below `node_modules`
 * @param mit text of the MIT licence, for packages that ship without it
 */
export function thirdPartyLicenses(modules: Iterable<string>, mit: string): string {
  const folders = new Set<string>();
  for (const module of modules) {
    const folder = packageFolder(module.replaceAll("\\", "/"));
    if (folder !== null) folders.add(folder);
  }
  const sections = new Map<string, string>();
  for (const folder of folders) {
    const manifest = manifestIn(folder);
    sections.set(`${manifest.name} ${manifest.version}`, section(folder, manifest, mit));
  }
  const sorted = [...sections].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return ["The scripts beside this file contain code of these packages.\n", ...sorted].join(RULE);
}

/** `…/node_modules/@scope/name`, the innermost; null for a file outside `node_modules`. */
function packageFolder(path: string): string | null {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path.replace(/^[^/]*\0/, ""))?.[0] ?? null;
}

function section(folder: string, manifest: PackageManifest, mit: string): string {
  const { name, version, license, homepage, repository } = manifest;
  const source = typeof repository === "string" ? repository : repository?.url;
  const address = source?.replace(/^git\+/, "").replace(/^git:/, "https:") ?? homepage;
  if (license === undefined)
    throw new Error(`${name} declares no licence, so its code cannot be distributed.`);
  if (WANTS_SOURCE.test(license) && address === undefined)
    throw new Error(
      `${name} is under ${license}, which requires the address of its source, but package.json has none.`,
    );
  return [
    `${name} ${version}\nLicence: ${license}\n`,
    ...(address === undefined ? [] : [`Source: ${address}\n`]),
    "\n",
    licenseText(folder) ?? standardText(manifest, mit),
  ].join("");
}

function standardText({ name, license, author }: PackageManifest, mit: string): string {
  if (license !== "MIT") throw new Error(`${name} is under ${license} but contains no licence file.`);
  const holder = typeof author === "string" ? author : (author?.name ?? `the authors of ${name}`);
  return `Copyright (c) ${holder}\n\n${mit.slice(mit.indexOf("Permission is hereby granted"))}`;
}

function licenseText(folder: string): string | null {
  const names = readdirSync(folder).filter((name) => LICENSE_NAMES.test(name));
  const texts = names.sort().map((name) => readFileSync(join(folder, name), "utf8").trim());
  if (texts.length > 0) return `${texts.join("\n\n")}\n`;
  // Some monorepos keep the licence in the parent folder.
  const above = dirname(folder);
  return existsSync(join(above, "LICENSE")) ? readFileSync(join(above, "LICENSE"), "utf8") : null;
}
