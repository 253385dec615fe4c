import type { BrowserHistory } from "@schedule-manager/plugin/navigation/address-bar";
import type { Visit } from "@schedule-manager/plugin/navigation/visit";

interface Entry {
  readonly path: string;
  readonly search: string;
  readonly state: unknown;
}

/** A browser's history, whose steps happen when the test lets them. */
export class FakeHistory implements BrowserHistory {
  entries: Entry[];
  index = 0;
  onVisit: (visit: Visit) => void = () => undefined;
  readonly #waiting: (() => void)[] = [];

  constructor(path: string, search = "") {
    this.entries = [{ path, search, state: undefined }];
  }

  get shown(): string {
    const { path, search } = this.#entry();
    return path + search;
  }

  /** Flex clears the state of the entry when it starts. */
  forget(): void {
    const { path, search } = this.#entry();
    this.entries[this.index] = { path, search, state: undefined };
  }

  load(): void {
    this.#tell("POP");
  }

  /** Lets the steps happen that were asked for. */
  settle(): void {
    for (let step = this.#waiting.shift(); step !== undefined; step = this.#waiting.shift()) step();
  }

  push(address: { path: string; search: string }, state: unknown): void {
    this.#waiting.push(() => {
      this.entries = [...this.entries.slice(0, this.index + 1), { ...address, state }];
      this.index += 1;
      this.#tell("PUSH");
    });
  }

  replace(address: { path: string; search: string }, state: unknown): void {
    this.#waiting.push(() => {
      this.entries[this.index] = { ...address, state };
      this.#tell("REPLACE");
    });
  }

  go(steps: number): void {
    this.#waiting.push(() => {
      if (this.entries[this.index + steps] === undefined) return;
      this.index += steps;
      this.#tell("POP");
    });
  }

  #entry(): Entry {
    const entry = this.entries[this.index];
    if (entry === undefined) throw new Error("The history has no such entry");
    return entry;
  }

  #tell(action: Visit["action"]): void {
    this.onVisit({ ...this.#entry(), action });
  }
}
