import { Badge } from "@twilio-paste/core/badge";
import { Box } from "@twilio-paste/core/box";
import { ListItem, UnorderedList } from "@twilio-paste/core/list";
import { Text } from "@twilio-paste/core/text";
import type { PublishChange } from "@schedule-manager/shared/api/api";
import { describeChange } from "../../i18n/describe-change";
import { useServices } from "../../services/services";

interface Props {
  readonly change: PublishChange;
  readonly ruleName: (id: string) => string;
}

/** Describes the change that an import makes to one item. */
export function PlannedChange({ change, ruleName }: Props) {
  const { t, locale } = useServices();
  const { kind, base, value } = change;
  const lines = describeChange(kind, base?.value ?? null, value, { t, locale, ruleName });
  return (
    <Box as="li" paddingY="space30">
      <Box display="flex" flexWrap="wrap" alignItems="center" columnGap="space30">
        <Text as="span" fontWeight="fontWeightSemibold">
          {value?.name ?? ""}
        </Text>
        <Badge as="span" size="small" variant="neutral">
          {t(`history.kind.${kind}`)}
        </Badge>
      </Box>
      <UnorderedList marginBottom="space0">
        {lines.map((line) => (
          <ListItem key={line}>{line}</ListItem>
        ))}
      </UnorderedList>
    </Box>
  );
}
