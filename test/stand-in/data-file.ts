import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { restore, snapshot, SNAPSHOT_VERSION, type Snapshot } from "./sync/snapshot";
import type { Sync } from "./sync/sync";

const DELAY_MS = 200;

/** Keeps Sync's state in a file: read at the start, written a moment after every change and at the end. */
export class DataFile {
  readonly #path: string;
  #timer: NodeJS.Timeout | null = null;
  #stopListening: () => void = () => undefined;

  constructor(
    readonly sync: Sync,
    path: string,
  ) {
    this.#path = resolve(path);
  }

  /** @returns whether there was something to load */
  load(): boolean {
    const found = existsSync(this.#path);
    if (found) restore(this.sync.store, parse(readFileSync(this.#path, "utf8"), this.#path));
    this.#stopListening = this.sync.onChange(() => {
      this.#timer ??= setTimeout(() => this.#save(), DELAY_MS);
    });
    return found;
  }

  /** Writes what is not written yet, and no more after that. */
  stop(): void {
    this.#stopListening();
    if (this.#timer !== null) this.#save();
  }

  /** Whoever reads meanwhile, or a crash, finds the old file or the new one, never half of one. */
  #save(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    mkdirSync(dirname(this.#path), { recursive: true });
    const draft = `${this.#path}.new`;
    writeFileSync(draft, JSON.stringify(snapshot(this.sync.store)));
    renameSync(draft, this.#path);
  }
}

function parse(text: string, path: string): Snapshot {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`${path} is no JSON: move it away, or name another file with --data`);
  }
  const version =
    typeof value === "object" && value !== null && "version" in value ? value.version : undefined;
  if (version !== SNAPSHOT_VERSION) {
    throw new Error(
      `${path} holds no state of this stand-in: move it away, or name another file with --data`,
    );
  }
  return value as Snapshot;
}
