import { type MouseEvent, useEffect, useState } from "react";
import { useSelector, useStore } from "react-redux";
import { Button } from "@twilio-paste/core/button";
import type { Finding } from "@schedule-manager/shared/model/finding";
import { describeFinding } from "@schedule-manager/shared/i18n/describe-finding";
import type { Fix } from "@schedule-manager/shared/validation/fix-proposals";
import { FIXABLE, fixSteps } from "@schedule-manager/shared/validation/fixes";
import { useServices, useSelectors } from "../../services/services";
import type { HolidayCountry } from "@schedule-manager/shared/model/holiday";
import type { Configuration, ItemKind, Rule, Schedule } from "@schedule-manager/shared/model/model";
import { whenIdle, workInSlices } from "../../drafts/work-in-slices";
import type { MessageKey } from "../../i18n/translate";
import type { RootState } from "../../store/root";
import { stored } from "../../catalogue/stored";
import { useEditTogether } from "../../ui/use-edit-together";

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

interface Props {
  readonly finding: Finding;
  /** Loads the holidays by which closed days go on. */
  readonly loadHolidays: () => Promise<readonly HolidayCountry[]>;
}

interface Offer {
  readonly fix: Fix;
  readonly configuration: Configuration;
}

const NO_HOLIDAYS: readonly HolidayCountry[] = [];

/** What the fix does, where that can be said in a word. */
const LABELS: Readonly<Partial<Record<Finding["code"], MessageKey>>> = {
  "reason-order": "finding.fix.order",
  "holidays-run-out": "finding.fix.extend",
  "rule-ended": "finding.fix.extend",
};

/** Applies a finding's fix as drafts. Shown only where the fix removes exactly this finding. */
export function FixButton({ finding, loadHolidays }: Props) {
  const { selectEditedConfiguration } = useSelectors();
  const { t, locale, localNow } = useServices();
  const editTogether = useEditTogether();
  const store = useStore<RootState>();
  const configuration = useSelector(selectEditedConfiguration);
  const [offered, setOffered] = useState<Offer | null>(null);
  useEffect(() => {
    if (!FIXABLE.has(finding.code)) return undefined;
    let stop: (() => void) | undefined;
    let isLeft = false;
    const search = (holidays: readonly HolidayCountry[]): void => {
      if (isLeft) return;
      stop = workInSlices({
        steps: fixSteps(finding, { configuration, now: localNow(), holidays }),
        idle: whenIdle,
        clock: () => performance.now(),
        onDone: (fix) => {
          if (fix !== null) setOffered({ fix, configuration });
        },
      });
    };
    const timer = setTimeout(() => {
      if (finding.code !== "holidays-run-out") search(NO_HOLIDAYS);
      // Without the holidays' chunk, dates that recur still go on.
      else
        void loadHolidays()
          .catch(() => NO_HOLIDAYS)
          .then(search);
    }, QUIET);
    return () => {
      isLeft = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [finding, configuration, localNow, loadHolidays]);
  // A fix was computed for one configuration only.
  if (offered?.configuration !== configuration) return null;
  const { rules, schedules } = offered.fix;
  const fix = ({ currentTarget }: MouseEvent<HTMLElement>): void => {
    if (selectEditedConfiguration(store.getState()) !== configuration) return;
    // The button goes away with its finding.
    neighbourOf(currentTarget)?.focus();
    const edit = (kind: ItemKind) => (item: Rule | Schedule) => ({ kind, id: item.id, value: stored(item) });
    editTogether([...rules.map(edit("rule")), ...schedules.map(edit("schedule"))]);
  };
  const label = t(LABELS[finding.code] ?? "finding.fix");
  return (
    <Button
      variant="link"
      aria-label={label + t("text.colon") + describeFinding(finding, locale)}
      onClick={fix}
    >
      {label}
    </Button>
  );
}
