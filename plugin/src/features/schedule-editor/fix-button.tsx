import { type MouseEvent, useEffect, useState } from "react";
import { useDispatch, useSelector, useStore } from "react-redux";
import { Button } from "@twilio-paste/core/button";
import type { Finding } from "@schedule-manager/shared/model/finding";
import { describeFinding } from "@schedule-manager/shared/i18n/describe-finding";
import { FIXABLE, fixSteps } from "@schedule-manager/shared/validation/fixes";
import { useServices, useSelectors } from "../../services/services";
import type { Configuration, Rule } from "@schedule-manager/shared/model/model";
import { baseOf } from "../../drafts/draft-state";
import { edited } from "../../drafts/drafts";
import { whenIdle, workInSlices } from "../../drafts/work-in-slices";
import { pluginState } from "../../catalogue/root";
import type { RootState } from "../../store/root";
import { stored } from "../../catalogue/stored";

/** ms without an edit before fixes are computed, because they evaluate every schedule of a rule. */
const QUIET = 300;

/** The first control of the nearest element around a button that has another one: the rule's name in a list. */
function neighbourOf(button: HTMLElement): HTMLElement | null {
  for (let around = button.parentElement; around !== null; around = around.parentElement) {
    const controls = around.querySelectorAll<HTMLElement>(
      "a[href], button:not([disabled]), input:not([disabled])",
    );
    const found = [...controls].find((control) => control !== button);
    if (found !== undefined) return found;
  }
  return null;
}

/** The fix of a finding, for `FixContext`. */
export const fixButton = (finding: Finding) => <FixButton finding={finding} />;

interface Offer {
  readonly rule: Rule;
  readonly configuration: Configuration;
}

/** Applies a finding's fix as a draft. Shown only where the fix removes exactly this finding. */
function FixButton({ finding }: { readonly finding: Finding }) {
  const { selectEditedConfiguration } = useSelectors();
  const { t, locale, localNow } = useServices();
  const dispatch = useDispatch();
  const store = useStore<RootState>();
  const configuration = useSelector(selectEditedConfiguration);
  const [offered, setOffered] = useState<Offer | null>(null);
  useEffect(() => {
    if (!FIXABLE.has(finding.code)) return undefined;
    let stop: (() => void) | undefined;
    const timer = setTimeout(() => {
      stop = workInSlices({
        steps: fixSteps(finding, configuration, localNow()),
        idle: whenIdle,
        clock: () => performance.now(),
        onDone: (rule) => {
          if (rule !== null) setOffered({ rule, configuration });
        },
      });
    }, QUIET);
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, [finding, configuration, localNow]);
  // A fix was computed for one configuration only.
  if (offered?.configuration !== configuration) return null;
  const { rule } = offered;
  const fix = ({ currentTarget }: MouseEvent<HTMLElement>): void => {
    const at = localNow();
    const root = store.getState();
    if (selectEditedConfiguration(root) !== configuration) return;
    // The button goes away with its finding.
    neighbourOf(currentTarget)?.focus();
    const base = baseOf(pluginState(root).live.rules.entities[rule.id]);
    dispatch(edited({ kind: "rule", id: rule.id, base, value: stored(rule), at }));
  };
  return (
    <Button
      variant="link"
      aria-label={`${t("finding.fix")}: ${describeFinding(finding, locale)}`}
      onClick={fix}
    >
      {t("finding.fix")}
    </Button>
  );
}
