import type { DeployReport } from "./deploy";
import type { Progress } from "./ledger";

export type Write = (line: string) => void;

/** Prints a run as it proceeds. */
export const printedProgress = (write: Write): Progress => ({
  step: (title) => write(`\n${title}`),
  change: (what, done) => write(`  ${done ? "✓" : "would"} ${what}`),
  note: (text) => write(`  ! ${text}`),
  unchanged: () => write("  nothing to do"),
});

/** Prints the result of a run. */
export function printReport({ ok, dryRun, steps, checkSchedule, error }: DeployReport, write: Write): void {
  if (!ok) {
    write(`\nNot finished (${error?.code ?? ""}). ${error?.message ?? ""}`);
    if (steps.some(({ changes }) => changes.length > 0)) {
      write("The changes ticked above are done; run this again to continue.");
    }
    return;
  }
  const count = steps.reduce((sum, { changes }) => sum + changes.length, 0);
  const what = count === 0 ? "Nothing to do" : `${count} ${count === 1 ? "change" : "changes"}`;
  write(`\n${dryRun ? `Dry run: ${what.toLowerCase()}; nothing was changed` : what}.`);
  if (checkSchedule !== null) write(`Check a schedule at ${checkSchedule}?name=…`);
}
