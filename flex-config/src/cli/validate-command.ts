import { parseArgs } from "node:util";
import { validate } from "@schedule-manager/shared/validation/validate";
import { describeFinding } from "@schedule-manager/shared/i18n/describe-finding";
import { explained } from "./explained";
import { readConfig, UsageError } from "./read-config";

const USAGE = `npm run --silent validate -- --config FILE [--locale LOCALE]

  --config  a configuration in the format of Twilio's config.json
  --locale  the language of the messages; default: en-US

Prints one JSON object for each finding, and exits with 1 if any is an error.`;

export const validateCommand = explained(USAGE, (args, now: number) => {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ args, options: { config: text, locale: text } });
  if (values.config === undefined) throw new UsageError(USAGE);
  const findings = validate(readConfig(values.config), now);
  for (const finding of findings) {
    const message = describeFinding(finding, values.locale ?? "en-US");
    process.stdout.write(`${JSON.stringify({ ...finding, message })}\n`);
  }
  return findings.some(({ severity }) => severity === "error") ? 1 : 0;
});
