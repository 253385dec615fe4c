import { parseSharedReader } from "@schedule-manager/shared/layout-schema";
import { SHARED_READER, type SharedReader } from "@schedule-manager/shared/sync-layout";
import { type Connect, SyncProblem, type Watch } from "./connection";

/**
 * ms until the account's default Sync service is given up: then the functions are asked. Long, since a refusal is told
 * at once, and where Sync is only slow, thousands would otherwise turn to the functions together.
 */
export const SHARED_TIMEOUT = 15_000;

export interface SharedReaderOptions {
  readonly connect: Connect;
  /** The Flex token: it opens the account's default Sync service. */
  readonly flexToken: () => string;
  /** Whether a reader's token would do. */
  readonly isGood: (reader: SharedReader) => boolean;
  /** ms to wait for another browser to bring a good one. */
  readonly wait: () => number;
}

/** `none`: nobody brought one yet. `unavailable`: the default Sync service can't be used. */
export type Found = SharedReader | "none" | "unavailable";

const isMissing = (error: unknown): boolean => error instanceof SyncProblem && error.status === 404;

/**
 * Looks for the token that all readers share. Where it is not there or has ended, waits a moment for another browser
 * to fetch a new one, and hears of it. This client is closed before the one with that token is opened.
 */
export function findSharedReader(options: SharedReaderOptions): Promise<Found> {
  const { connect, flexToken, isGood, wait } = options;
  return new Promise((resolve) => {
    let settled = false;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const settle = (found: Found): void => {
      if (settled) return;
      settled = true;
      clearTimeout(waiting);
      clearTimeout(timeout);
      sync.close();
      resolve(found);
    };
    const timeout = setTimeout(() => {
      settle("unavailable");
    }, SHARED_TIMEOUT);
    const nothing = (): void => undefined;
    const sync = connect(flexToken(), {
      state: (state) => {
        if (state === "denied" || state === "unsupported") settle("unavailable");
      },
      tokenEnding: nothing,
      tokenEnded: nothing,
    });
    const look = (): Promise<Watch> =>
      sync.watchDocument(SHARED_READER, {
        changed: ({ data }) => {
          const reader = parseSharedReader(data);
          if (reader !== null && isGood(reader)) settle(reader);
          else
            waiting ??= setTimeout(() => {
              settle("none");
            }, wait());
        },
        lost: () => {
          settle("unavailable");
        },
      });
    look().catch((error: unknown) => {
      if (settled) return;
      if (!isMissing(error)) {
        settle("unavailable");
        return;
      }
      // Nobody has made the document yet: whoever asks the functions first makes them do it.
      waiting = setTimeout(() => {
        look().catch((again: unknown) => {
          settle(isMissing(again) ? "none" : "unavailable");
        });
      }, wait());
    });
  });
}
