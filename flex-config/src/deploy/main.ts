/** `npm run deploy` */
import { endQuietly } from "../cli/quiet-pipe";
import { ROOT } from "../project/root";
import { HELP } from "./arguments";
import { deploy } from "./deploy";
import { exitCodeOf } from "./failure";
import { SILENT } from "./ledger";
import { askNpm, checkZoneData, zonePackageVersion } from "./newer-zone-data";
import { printedProgress, printReport } from "./print";

const args = process.argv.slice(2);
const out = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

endQuietly();

async function main(): Promise<number> {
  if (args.includes("--help")) {
    out(HELP);
    return 0;
  }
  const json = args.includes("--json");
  const isOffline = args.includes("--offline") || process.env["npm_config_offline"] === "true";
  const zoneData = isOffline ? null : checkZoneData(zonePackageVersion(ROOT), askNpm);
  const report = await deploy({
    args,
    environment: process.env,
    root: ROOT,
    progress: json ? SILENT : printedProgress(out),
  });
  const newer = zoneData?.result() ?? null;
  if (newer !== null) process.stderr.write(`\n  ! ${newer}\n`);
  if (json) out(JSON.stringify(report, null, 2));
  else printReport(report, report.ok ? out : (line) => process.stderr.write(`${line}\n`));
  return report.error === undefined ? 0 : exitCodeOf(report.error.code);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);
