/** Records the changes of a run, or the ones a dry run would make, by step. */
import { DeployFailure } from "./failure";
import { reasonOf } from "./twilio/reason";

export interface StepReport {
  readonly name: string;
  readonly title: string;
  /** In the imperative: `create the map rules-0-of-8`. */
  readonly changes: string[];
  /** Information, or manual tasks that remain. */
  readonly notes: string[];
}

/** Receives every event of a run. */
export interface Progress {
  step(title: string): void;
  change(what: string, done: boolean): void;
  note(text: string): void;
  unchanged(): void;
}

export const SILENT: Progress = {
  step: () => undefined,
  change: () => undefined,
  note: () => undefined,
  unchanged: () => undefined,
};

export class Ledger {
  readonly steps: StepReport[] = [];

  constructor(
    readonly dryRun: boolean,
    readonly progress: Progress = SILENT,
  ) {}

  async step<T>(name: string, title: string, work: () => Promise<T>): Promise<T> {
    const report: StepReport = { name, title, changes: [], notes: [] };
    this.steps.push(report);
    this.progress.step(title);
    const result = await work();
    if (report.changes.length === 0) this.progress.unchanged();
    return result;
  }

  /** Makes a change and returns its result. In a dry run, only records it and returns null. */
  async change<T>(what: string, make: () => Promise<T>): Promise<T | null> {
    if (this.dryRun) {
      this.would(what);
      return null;
    }
    let result: T;
    try {
      result = await make();
    } catch (error) {
      if (error instanceof DeployFailure) throw error;
      const { code, reason } = reasonOf(error);
      throw new DeployFailure(code, `Could not ${what}: ${reason}`);
    }
    this.did(what);
    return result;
  }

  did(what: string): void {
    this.#current.changes.push(what);
    this.progress.change(what, true);
  }

  /** Records a change that a dry run would make. Omits one that an earlier step recorded. */
  would(what: string): void {
    if (this.steps.some(({ changes }) => changes.includes(what))) return;
    this.#current.changes.push(what);
    this.progress.change(what, false);
  }

  note(text: string): void {
    this.#current.notes.push(text);
    this.progress.note(text);
  }

  get #current(): StepReport {
    const last = this.steps.at(-1);
    if (last === undefined) throw new Error("there is no step yet");
    return last;
  }
}
