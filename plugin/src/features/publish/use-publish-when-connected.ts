import { useEffect, useState } from "react";
import { useSelector } from "react-redux";
import type { Configuration } from "@schedule-manager/shared/model/model";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { isLive } from "../../catalogue/live";
import { pluginState } from "../../catalogue/root";
import type { Draft } from "../../drafts/draft";
import { selectIsOffline } from "../../publishing/selectors";
import type { RootState } from "../../store/root";

/** What a person saw and chose in the review. */
interface Reviewed {
  readonly drafts: readonly Draft[];
  readonly note: string;
  readonly live: Configuration;
}

/** Whether everything that was missed has arrived. */
const selectIsBack = (root: RootState): boolean => isLive(pluginState(root).live);

export interface WhenConnected {
  /** Whether a publish would reach nobody now. */
  readonly isOffline: boolean;
  readonly isWaiting: boolean;
  /** Whether the connection came back with changes, so that nothing was published. */
  readonly isChanged: boolean;
  readonly wait: () => void;
  readonly stop: () => void;
}

/**
 * Publishes what was reviewed as soon as the connection is back, if the person waits for it. If anything differs from the
 * review then, nothing is published. Leaving the review ends the wait.
 */
export function usePublishWhenConnected(reviewed: Reviewed, publish: () => void): WhenConnected {
  const isOffline = useSelector(selectIsOffline);
  const isBack = useSelector(selectIsBack);
  const [awaited, setAwaited] = useState<Reviewed | null>(null);
  const [isChanged, setChanged] = useState(false);
  useEffect(() => {
    if (awaited === null || !isBack) return;
    setAwaited(null);
    if (sameValue(awaited, reviewed)) publish();
    else setChanged(true);
  }, [awaited, isBack, reviewed, publish]);
  return {
    isOffline,
    isWaiting: awaited !== null,
    isChanged,
    wait: () => {
      setChanged(false);
      setAwaited(reviewed);
    },
    stop: () => {
      setAwaited(null);
    },
  };
}
