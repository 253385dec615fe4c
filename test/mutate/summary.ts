/** The result of a mutation run. */
import { relative } from "node:path";

export interface MutantOutcome {
  readonly fileName: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
  readonly mutatorName: string;
  readonly replacement?: string | undefined;
  readonly status: string;
}

interface Change {
  /** `shared/src/time/civil.ts:10:3` */
  readonly place: string;
  readonly mutator: string;
  readonly replacement: string;
}

interface Survivor extends Change {
  /** Whether any test runs this code. */
  readonly isCovered: boolean;
}

export interface Summary {
  /** Percent, rounded down to a tenth; null: no change could be detected by a test. */
  readonly score: number | null;
  readonly killed: number;
  readonly timedOut: number;
  readonly survived: number;
  readonly uncovered: number;
  /** Skipped: static code without --static, and changes that do not load. */
  readonly skipped: number;
  readonly survivors: readonly Survivor[];
  /** They count as detected: endless loops as a rule, but on a busy machine perhaps slow tests. */
  readonly timeouts: readonly Change[];
}

const changeOf = (
  { fileName, location: { start }, mutatorName, replacement = "" }: MutantOutcome,
  root: string,
): Change => ({
  place: `${relative(root, fileName).replaceAll("\\", "/")}:${start.line}:${start.column}`,
  mutator: mutatorName,
  replacement,
});

/** @param outcomes with lines and columns from 1 */
export function summaryOf(outcomes: readonly MutantOutcome[], root: string): Summary {
  const count = (status: string): number => outcomes.filter((one) => one.status === status).length;
  const [killed, timedOut, survived, uncovered] = [
    count("Killed"),
    count("Timeout"),
    count("Survived"),
    count("NoCoverage"),
  ];
  const noticed = killed + timedOut;
  const all = noticed + survived + uncovered;
  const survivors = outcomes
    .filter(({ status }) => status === "Survived" || status === "NoCoverage")
    .map((one) => ({ ...changeOf(one, root), isCovered: one.status === "Survived" }));
  return {
    score: all === 0 ? null : Math.floor((noticed / all) * 1000) / 10,
    ...{ killed, timedOut, survived, uncovered },
    skipped: outcomes.length - all,
    survivors,
    timeouts: outcomes.filter(({ status }) => status === "Timeout").map((one) => changeOf(one, root)),
  };
}

const oneLine = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
};

const formatChange = ({ place, mutator, replacement }: Change, remark: string): string =>
  `${place} ${mutator}${remark}: ${oneLine(replacement) || "removed"}`;

const NOT_RUN = " (no test runs it)";

/** A change that no test detected, as a line; null: any other outcome. */
export function formatSurvivor(outcome: MutantOutcome, root: string): string | null {
  if (outcome.status === "Survived") return formatChange(changeOf(outcome, root), "");
  return outcome.status === "NoCoverage" ? formatChange(changeOf(outcome, root), NOT_RUN) : null;
}

export function formatSummary({ survivors, timeouts, score, skipped, ...counts }: Summary): string {
  const lines = [
    ...timeouts.map((change) => formatChange(change, " (timed out)")),
    ...survivors.map((change) => formatChange(change, change.isCovered ? "" : NOT_RUN)),
  ];
  const { killed, timedOut, survived, uncovered } = counts;
  const figures = `${killed} killed, ${timedOut} timed out, ${survived} survived, ${uncovered} not run, ${skipped} skipped`;
  return `${[...lines, `Score: ${score === null ? "none" : `${score} %`} (${figures})`].join("\n")}\n`;
}
