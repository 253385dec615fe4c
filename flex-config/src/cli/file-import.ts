import type { Configuration } from "@schedule-manager/shared/model/model";

/** A warning of an import; `isImported: false` makes the command exit with 1. */
interface Line {
  readonly isImported: boolean;
  readonly message: string;
}

export interface FileImport {
  readonly configuration: Configuration;
  readonly lines: readonly Line[];
}

export interface ImportArguments {
  readonly from: string;
  readonly schedules: readonly string[];
  readonly timeZone: string | undefined;
  readonly isOpen: boolean;
  readonly reason: string | undefined;
  readonly until: string | undefined;
}
