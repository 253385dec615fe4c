import { useEffect, useState } from "react";
import type { PastStatus } from "../../history/past-status";
import { useServices } from "../../services/services";
import { useHistoryVersion } from "./use-history-version";

export interface PastStatusQuestion {
  readonly id: string;
  /** ISO 8601 without an offset. */
  readonly text: string;
}

/** ms without an edit before the look-up, because a date is typed in parts. */
const REST = 300;

/** The past status; looked up again after each publish. */
export function usePastStatus(asked: PastStatusQuestion | null): PastStatus | "loading" | "failed" {
  const { history } = useServices();
  const version = useHistoryVersion();
  const key = asked === null ? "" : `${asked.id} ${asked.text}`;
  const [found, setFound] = useState<{ readonly key: string; readonly answer: PastStatus | "failed" } | null>(
    null,
  );
  useEffect(() => {
    if (asked === null || version === null) return undefined;
    let active = true;
    const publish = (answer: PastStatus | "failed"): void => {
      if (active) setFound({ key, answer });
    };
    const timer = setTimeout(() => {
      history.pastStatus(asked.id, asked.text).then(publish, () => {
        publish("failed");
      });
    }, REST);
    return () => {
      active = false;
      clearTimeout(timer);
    };
    // `key` contains all of `asked`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [history, key, version]);
  return found?.key === key ? found.answer : "loading";
}
