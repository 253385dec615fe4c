import type { Rule } from "@schedule-manager/shared/model/model";
import { Callout, CalloutText } from "../ui/fields/callout";
import { useServices } from "../services/services";
import { formatNames } from "../i18n/format-names";

/** Explains that a rule cannot be deleted because other rules' days depend on it. */
export function ReferredBy({ rules }: { readonly rules: readonly Rule[] }) {
  const { t, locale } = useServices();
  const names = formatNames(
    locale,
    rules.map(({ name }) => name || t("schedule.rule.unnamed")),
    t,
  );
  return (
    <Callout variant="neutral">
      <CalloutText>{t("page.referredBy", { names })}</CalloutText>
    </Callout>
  );
}
