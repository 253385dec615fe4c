import { useEffect, useState } from "react";
import type { Queue } from "@schedule-manager/shared/model/queues";
import { useServices } from "../../services/services";

type Queues =
  { readonly type: "loading" | "failed" } | { readonly type: "loaded"; readonly queues: readonly Queue[] };

/** The account's TaskRouter queues. */
export function useQueues(): Queues {
  const { queues } = useServices();
  const [state, setState] = useState<Queues>({ type: "loading" });
  useEffect(() => {
    let isLeft = false;
    const set = (next: Queues): void => {
      if (!isLeft) setState(next);
    };
    queues().then(
      (loaded) => {
        set({ type: "loaded", queues: loaded });
      },
      () => {
        set({ type: "failed" });
      },
    );
    return () => {
      isLeft = true;
    };
  }, [queues]);
  return state;
}
