import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { HELP } from "@schedule-manager/flex-config/deploy/arguments";
import type { DeployError } from "@schedule-manager/flex-config/deploy/failure";
import {
  DEPLOY_KEYS,
  FUNCTION_KEYS,
  settingsFrom as deploySettings,
} from "@schedule-manager/flex-config/deploy/settings";
import { settingsFrom as functionsSettings } from "@schedule-manager/functions/settings";
import { settingsFrom as pluginSettings } from "@schedule-manager/plugin/settings/settings";

/** Every code, held complete by the type checker. */
const DEPLOY_ERRORS: Readonly<Record<DeployError, true>> = {
  usage: true,
  "settings-missing": true,
  "settings-invalid": true,
  "twilio-unreachable": true,
  "credentials-refused": true,
  "twilio-refused": true,
  "build-failed": true,
  "sync-service-missing": true,
  "sync-service-ambiguous": true,
  "sync-name-taken": true,
  "lock-not-held": true,
  "publish-in-progress": true,
  "functions-missing": true,
  "paths-taken": true,
  "functions-silent": true,
  "plugin-version-taken": true,
  "release-unreadable": true,
  "workflow-missing": true,
  "workflow-ambiguous": true,
  "voice-channel-missing": true,
  "voice-channel-ambiguous": true,
  "flow-invalid": true,
  "not-empty": true,
};

const ROOT = resolve(__dirname, "../..");
const text = (file: string): string => readFileSync(join(ROOT, file), "utf8");

const sorted = (keys: Iterable<string>): string[] => [...keys].sort();

/** The code spans in the first column of the table under a heading. */
function tableOf(file: string, heading: string): string[] {
  const lines = text(file).split("\n");
  const from = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, "") === heading);
  if (from < 0) throw new Error(`${file} has no heading "${heading}"`);
  const length = lines.slice(from + 1).findIndex((line) => /^#+ /.test(line));
  const section = lines.slice(from + 1, length < 0 ? undefined : from + 1 + length);
  const cells = section.filter((line) => line.startsWith("| ")).map((line) => line.split("|")[1] ?? "");
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ""));
}

/** The keys that a function asks an object for, whichever of them the object has. */
function keysRead<T>(given: Readonly<Record<string, unknown>>, read: (object: typeof given) => T): string[] {
  const keys = new Set<string>();
  const note = (key: string | symbol): void => {
    if (typeof key === "string") keys.add(key);
  };
  read(
    new Proxy(given, {
      get: (target, key) => {
        note(key);
        return Reflect.get(target, key) as unknown;
      },
      has: (target, key) => {
        note(key);
        return Reflect.has(target, key);
      },
      getOwnPropertyDescriptor: (target, key) => {
        note(key);
        return Reflect.getOwnPropertyDescriptor(target, key);
      },
    }),
  );
  return sorted(keys);
}

const DEPLOY = "flex-config/README.md";

describe("the tables of keys", () => {
  it("[DC2] name what the functions read of their environment", () => {
    expect(sorted(tableOf("functions/README.md", "Environment"))).toEqual(keysRead({}, functionsSettings));
  });

  it("[DC2] name what the plugin reads of Flex's configuration", () => {
    // Nothing more is read of a feature that is switched off.
    const on = { enabled: true, serverless_domain: "schedules-1234.twil.io" };
    const read = keysRead(on, (feature) =>
      pluginSettings({ custom_data: { features: { schedule_manager: feature } } }),
    );
    expect(sorted(tableOf("plugin/README.md", "Settings"))).toEqual(read);
  });

  it("[DC2] name what a deploy reads of its settings", () => {
    const sid = (prefix: string): string => prefix + "0".repeat(32);
    const read = keysRead({ ACCOUNT_SID: sid("AC"), AUTH_TOKEN: "token" }, (values) =>
      deploySettings(values as Readonly<Record<string, string>>),
    );
    // Only keys of these lists are taken out of the file.
    expect(sorted([...DEPLOY_KEYS, ...FUNCTION_KEYS])).toEqual(read);
    expect(
      sorted([...tableOf(DEPLOY, "Settings of a deploy"), ...tableOf(DEPLOY, "The functions' variables")]),
    ).toEqual(read);
    const example = [...text("flex-config/.env.example").matchAll(/^([A-Z_]+)=/gm)];
    expect(sorted(example.map((match) => match[1] ?? ""))).toEqual(read);
  });

  it("[DC2] name a deploy's options and the ways in which it fails", () => {
    const options = new Set(HELP.match(/--[a-z][a-z-]+/g));
    const named = tableOf(DEPLOY, "Options").flatMap((cell) => cell.match(/--[a-z][a-z-]+/g) ?? []);
    expect(sorted(named)).toEqual(sorted(options));
    expect(sorted(tableOf(DEPLOY, "When a deploy fails"))).toEqual(sorted(Object.keys(DEPLOY_ERRORS)));
  });
});
