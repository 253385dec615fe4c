/** What `npm run deploy` prints, and its exit code. */
import { HELP } from "./arguments";
import type { DeployOptions, DeployReport } from "./deploy";
import { exitCodeOf } from "./failure";
import { SILENT } from "./ledger";
import { checkZoneData, zonePackageVersion } from "./newer-zone-data";
import { printedProgress, printReport, type Write } from "./print";

interface DeployTools extends Pick<DeployOptions, "environment" | "root"> {
  readonly deploy: (options: DeployOptions) => Promise<DeployReport>;
  readonly askNpm: (signal: AbortSignal) => Promise<string>;
  /** Print a line on stdout and on stderr. */
  readonly out: Write;
  readonly err: Write;
}

export async function deployCommand(args: readonly string[], tools: DeployTools): Promise<number> {
  const { deploy, askNpm, environment, root, out, err } = tools;
  if (args.includes("--help")) {
    out(HELP);
    return 0;
  }
  const json = args.includes("--json");
  const isOffline = args.includes("--offline") || environment["npm_config_offline"] === "true";
  const zoneData = isOffline ? null : checkZoneData(zonePackageVersion(root), askNpm);
  const progress = json ? SILENT : printedProgress(out);
  const report = await deploy({ args, environment, root, progress });
  const newer = zoneData?.result() ?? null;
  if (newer !== null) err(`\n  ! ${newer}`);
  if (json) out(JSON.stringify(report, null, 2));
  else printReport(report, report.ok ? out : err);
  return report.error === undefined ? 0 : exitCodeOf(report.error.code);
}
