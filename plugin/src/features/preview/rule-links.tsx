import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { useTranslate } from "../../services/services";

export interface RuleLinksProps {
  readonly ruleName: (id: string) => string;
  readonly onEditRule: ((id: string) => void) | undefined;
  /** The rule whose page shows the calendar, which needs no link. */
  readonly ownRule: string | undefined;
}

/** Leads to the rules that decide. */
export function RuleLinks({
  ids,
  ruleName,
  onEditRule,
  ownRule,
}: RuleLinksProps & { readonly ids: readonly string[] }) {
  const t = useTranslate();
  const linked = ids.filter((id) => id !== ownRule);
  if (onEditRule === undefined || linked.length === 0) return null;
  return (
    <Box display="flex" flexWrap="wrap" columnGap="space50" rowGap="space20">
      {linked.map((id) => (
        <Button
          key={id}
          variant="link"
          onClick={() => {
            onEditRule(id);
          }}
        >
          {t("preview.edit", { rule: ruleName(id) })}
        </Button>
      ))}
    </Box>
  );
}
