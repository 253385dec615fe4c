import { isRecord } from "@schedule-manager/shared/collections/record";
import { existsSync, readFileSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { parseEnv } from "node:util";
import { DeployFailure } from "./failure";
import { DEPLOY_KEYS, FUNCTION_KEYS, type Values } from "./settings";

const KEYS: readonly string[] = [...DEPLOY_KEYS, ...FUNCTION_KEYS];

const pick = (from: Values): Values => {
  const known: [string, string][] = KEYS.flatMap((key) => {
    const value = from[key];
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(known);
};

/** The text fields of a parsed answer. */
const textsIn = (json: unknown): Values =>
  Object.fromEntries(
    Object.entries(isRecord(json) ? json : {}).flatMap(([key, value]) =>
      typeof value === "string" ? [[key, value]] : [],
    ),
  );

/** The values of the file, overridden by the environment. */
export function readValues(root: string, file: string | null, environment: Values): Values {
  return { ...pick(readFile(root, file)), ...pick(environment) };
}

function readFile(root: string, file: string | null): Values {
  if (file === null) {
    const usual = [".env", "flex-config/.env"]
      .map((name) => join(root, name))
      .find((path) => existsSync(path));
    return usual === undefined ? {} : parseEnv(readFileSync(usual, "utf8"));
  }
  // npm runs scripts in the project's folder, but paths are relative to the caller's.
  const path = isAbsolute(file) ? file : resolve(environmentCwd(), file);
  try {
    return parseEnv(readFileSync(path, "utf8"));
  } catch (error) {
    throw new DeployFailure(
      "usage",
      `Cannot read ${file}: ${error instanceof Error ? error.message : "unknown"}`,
    );
  }
}

const environmentCwd = (): string => process.env["INIT_CWD"] ?? process.cwd();

/** Keys that identify an account. */
const OWN: readonly string[] = [
  "ACCOUNT_SID",
  "AUTH_TOKEN",
  "SYNC_SERVICE_SID",
  "API_KEY",
  "API_SECRET",
  "WORKFLOW_SID",
  "VOICE_CHANNEL_SID",
];

/**
 * In a rehearsal against the local stand-in, its account replaces the real one, so that real credentials are
 * never sent.
 */
export async function rehearsalValues(values: Values, to: string): Promise<Values> {
  let account: Values;
  try {
    const answer = await fetch(`${to}/stand-in/account`, { signal: AbortSignal.timeout(5000) });
    if (!answer.ok) return values;
    account = pick(textsIn(await answer.json()));
  } catch {
    throw new DeployFailure(
      "twilio-unreachable",
      `There is no answer at ${to}. Is the stand-in running (npm start)?`,
    );
  }
  if (values["ACCOUNT_SID"] === account["ACCOUNT_SID"]) return { ...account, ...values };
  const others = Object.entries(values).filter(([key]) => !OWN.includes(key));
  return { ...Object.fromEntries(others), ...account };
}
