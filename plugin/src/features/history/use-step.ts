import { useEffect, useState } from "react";
import type { Step } from "@schedule-manager/shared/history/steps";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { useServices } from "../../services/services";

/** The change that a publish made to an item. `absent`: the history does not contain it. */
export type LoadedStep = Step | "loading" | "absent" | "failed";

/** @param version a new value retries after a failure; null: nothing can be read now */
export function useStep(ref: ItemRef, generation: number, version: number | null): LoadedStep {
  const { history } = useServices();
  const [step, setStep] = useState<LoadedStep>("loading");
  const wanted = step === "loading" || step === "failed";
  useEffect(() => {
    if (!wanted || version === null) return undefined;
    let active = true;
    history.step(ref, generation).then(
      (found) => {
        if (active) setStep(found ?? "absent");
      },
      () => {
        if (active) setStep("failed");
      },
    );
    return () => {
      active = false;
    };
    // A loaded step is not read again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [history, ref, generation, version]);
  return step;
}
