import { useEffect, useState } from "react";
import type { PastStatus } from "../../history/past-status";
import { useServices } from "../../services/services";
import { useHistoryVersion } from "./use-history-version";

export interface PastStatusQuestion {
  readonly id: string;
  /** ISO 8601 without an offset. */
  readonly text: string;
}

/** ms of rest before it is looked up: a date is typed part by part. */
const REST = 300;

/** What a schedule answered then; asked anew when something was published meanwhile. */
export function usePastStatus(asked: PastStatusQuestion | null): PastStatus | "loading" | "failed" {
  const { history } = useServices();
  const version = useHistoryVersion();
  const key = asked === null ? "" : `${asked.id} ${asked.text}`;
  const [found, setFound] = useState<{ readonly key: string; readonly answer: PastStatus | "failed" } | null>(
    null,
  );
  useEffect(() => {
    if (asked === null || version === null) return undefined;
    let here = true;
    const tell = (answer: PastStatus | "failed"): void => {
      if (here) setFound({ key, answer });
    };
    const timer = setTimeout(() => {
      history.wereWeOpen(asked.id, asked.text).then(tell, () => {
        tell("failed");
      });
    }, REST);
    return () => {
      here = false;
      clearTimeout(timer);
    };
    // `key` says all of `asked`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [history, key, version]);
  return found?.key === key ? found.answer : "loading";
}
