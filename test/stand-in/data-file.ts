import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { restore, snapshot, SNAPSHOT_VERSION, type Snapshot } from "./sync/snapshot";
import type { Sync } from "./sync/sync";
import { UserError, wordsOf } from "./user-error";

/**
 * Stores Sync's state in a file. Answers wait for `saved()`, so an acknowledged write survives a kill or a power loss.
 * Changes made during a save share the next one.
 */
export class DataFile {
  readonly #path: string;
  #isChanged = false;
  #saving: Promise<void> | null = null;
  #next: Promise<void> | null = null;
  #stopListening: () => void = () => undefined;

  constructor(
    readonly sync: Sync,
    path: string,
  ) {
    this.#path = resolve(path);
  }

  /**
   * Writes the file once, so that an unwritable path fails before any answer.
   * @returns whether the file contained a state
   */
  async load(): Promise<boolean> {
    const found = existsSync(this.#path);
    if (found) restore(this.sync.store, parse(read(this.#path), this.#path));
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      await this.#write();
    } catch (error) {
      throw new UserError(
        `--data ${this.#path} can't be written (${wordsOf(error)}). Name a file in a folder that you can write to.`,
      );
    }
    this.#stopListening = this.sync.onChange(() => {
      this.#isChanged = true;
      // Saves changes that no answer waits for, such as expiry.
      this.saved()?.catch((error: unknown) => {
        process.stderr.write(`stand-in: ${this.#path} was not written: ${wordsOf(error)}\n`);
      });
    });
    return found;
  }

  /**
   * Resolves when every change until now is on disk, rejects when the file can't be written; null: nothing is unsaved.
   */
  saved(): Promise<void> | null {
    if (!this.#isChanged) return this.#saving;
    return (this.#next ??= this.#save());
  }

  async #save(): Promise<void> {
    // The callers that wait for that save receive its failure.
    await this.#saving?.catch(() => undefined);
    this.#next = null;
    this.#isChanged = false;
    this.#saving = this.#write();
    try {
      await this.#saving;
    } catch (error) {
      this.#isChanged = true;
      throw error;
    } finally {
      this.#saving = null;
    }
  }

  /** Saves the unsaved changes, and no later ones. */
  async stop(): Promise<void> {
    this.#stopListening();
    await this.saved();
  }

  /** A concurrent reader, or the start after a crash, finds the complete old file or the complete new one. */
  async #write(): Promise<void> {
    const draft = `${this.#path}.new`;
    const text = JSON.stringify(snapshot(this.sync.store));
    const file = await open(draft, "w");
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, this.#path);
    await syncFolder(dirname(this.#path));
  }
}

/** A rename is durable only after a sync of its folder. Windows can't open folders and does not need this step. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UserError(`--data ${path} can't be read (${wordsOf(error)}). Name another file.`);
  }
}

function parse(text: string, path: string): Snapshot {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UserError(`${path} is not JSON: move it away, or name another file with --data`);
  }
  const version =
    typeof value === "object" && value !== null && "version" in value ? value.version : undefined;
  if (version !== SNAPSHOT_VERSION) {
    throw new UserError(
      `${path} is not a state of this stand-in: move it away, or name another file with --data`,
    );
  }
  return value as Snapshot;
}
