import { useEffect, useState } from "react";
import { useDispatch, useSelector, useStore } from "react-redux";
import { Button } from "@twilio-paste/core/button";
import type { Finding } from "@schedule-manager/shared/model/finding";
import { describeFinding } from "@schedule-manager/shared/i18n/describe-finding";
import { FIXABLE, fixFor } from "@schedule-manager/shared/validation/fixes";
import { useServices, useSelectors } from "../../services/services";
import { baseOf } from "../../drafts/draft-state";
import { edited } from "../../drafts/drafts";
import { pluginState } from "../../catalogue/root";
import type { RootState } from "../../store/root";
import { stored } from "../../catalogue/stored";

/** ms without an edit before fixes are computed, because they evaluate every schedule of a rule. */
const QUIET = 300;

/** The fix of a finding, for `FixContext`. */
export const fixButton = (finding: Finding) => <FixButton finding={finding} />;

/** Applies a finding's fix as a draft. Shown only where the fix removes exactly this finding. */
function FixButton({ finding }: { readonly finding: Finding }) {
  const { selectEditedConfiguration } = useSelectors();
  const { t, locale, localNow } = useServices();
  const dispatch = useDispatch();
  const store = useStore<RootState>();
  const configuration = useSelector(selectEditedConfiguration);
  const [offered, setOffered] = useState(false);
  useEffect(() => {
    if (!FIXABLE.has(finding.code)) return undefined;
    const timer = setTimeout(() => {
      setOffered(fixFor(finding, configuration, localNow()) !== null);
    }, QUIET);
    return () => {
      clearTimeout(timer);
    };
  }, [finding, configuration, localNow]);
  if (!offered) return null;
  const fix = (): void => {
    const at = localNow();
    const root = store.getState();
    const rule = fixFor(finding, selectEditedConfiguration(root), at);
    if (rule === null) return;
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
