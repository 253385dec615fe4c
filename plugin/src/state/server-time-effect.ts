import { DATE_STEP, type ServerDate } from "../functions/server-date";
import type { ClockControl } from "./clock-effect";

/** Questions in a row: each halves what the one before left open of a second. */
export const QUESTIONS = 3;
/** ms between corrections in a page that stays open for days. */
export const ASK_AGAIN = 60 * 60_000;

export interface ServerTimeOptions {
  readonly clock: Pick<ClockControl, "heard" | "known">;
  readonly ask: () => Promise<ServerDate | null>;
  /** Asks in another way, where `ask` says nothing; the answer corrects the clock by itself. */
  readonly otherwise: () => void;
  /** ms since the epoch, this computer's clock. */
  readonly localNow: () => number;
}

export interface ServerTime {
  /** Asks anew, from the beginning. */
  askNow(): void;
  close(): void;
}

/**
 * Corrects the clock by a server's that says only seconds. Asked when the second should turn, its answer tells on which
 * side the truth lies.
 */
export function followServerTime({ clock, ask, otherwise, localNow }: ServerTimeOptions): ServerTime {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  const later = (wait: number, left: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void question(left), wait);
  };

  const question = async (left: number): Promise<void> => {
    const mine = round;
    const answer = await ask();
    if (mine !== round) return;
    if (answer === null) otherwise();
    else clock.heard(answer.now, answer.took, DATE_STEP);
    const known = clock.known();
    if (answer === null || left <= 1 || known === null) {
      later(ASK_AGAIN, QUESTIONS);
      return;
    }
    const server = localNow() + (known.least + known.most) / 2 + answer.took / 2;
    later(DATE_STEP - (server % DATE_STEP), left - 1);
  };

  const askNow = (): void => {
    round += 1;
    later(0, QUESTIONS);
  };
  askNow();
  return {
    askNow,
    close() {
      round += 1;
      clearTimeout(timer);
    },
  };
}
