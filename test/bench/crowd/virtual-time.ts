/** Timers that run when the bench says so, so that it measures work and not waiting. */
export class VirtualTime {
  #now = 0;
  #last = 0;
  readonly #timers = new Map<number, { readonly at: number; readonly run: () => void }>();

  /** Replaces the timers of this process. @returns restores them */
  install(): () => void {
    const { setTimeout, clearTimeout } = globalThis;
    const own = {
      setTimeout: (run: () => void, ms = 0) => {
        this.#last += 1;
        this.#timers.set(this.#last, { at: this.#now + ms, run });
        return this.#last;
      },
      clearTimeout: (id: number | undefined) => {
        if (id !== undefined) this.#timers.delete(id);
      },
    };
    Object.assign(globalThis, own);
    return () => void Object.assign(globalThis, { setTimeout, clearTimeout });
  }

  /** Runs what is due within `ms`, in order. */
  pass(ms: number): void {
    const until = this.#now + ms;
    for (;;) {
      const due = [...this.#timers].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at);
      const [first] = due;
      if (first === undefined) break;
      const [id, { at, run }] = first;
      this.#timers.delete(id);
      this.#now = Math.max(this.#now, at);
      run();
    }
    this.#now = until;
  }
}
