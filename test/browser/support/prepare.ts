/** Runs before the first browser test: builds the common files once instead of in each test file's process. */
import { builtPlugin, servedFunctions } from "../../stand-in/builds";
import { hostBundle } from "../../stand-in/host-bundle";
import { launchChromium } from "./chromium";

const printStep = (line: string): void => void process.stdout.write(`${line} …\n`);

export default async function prepare(): Promise<void> {
  await Promise.all([hostBundle(printStep), servedFunctions(printStep), builtPlugin(printStep)]);
  const browser = await launchChromium();
  await browser.close();
}
