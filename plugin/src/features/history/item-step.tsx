import { Badge } from "@twilio-paste/core/badge";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import type { Step } from "@schedule-manager/shared/history/steps";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { useServices } from "../../services/services";
import { usePerson } from "../../ui/use-person";
import { formatDateTime } from "../../i18n/format-date-time";
import { ChangeLines } from "./change-lines";
import { PublishNote } from "./publish-note";
import { readable } from "./describe-step";
import { useRestore } from "./use-restore";

interface Props {
  readonly step: Step;
  readonly kind: ItemKind;
  readonly isLive: boolean;
  readonly isDraft: boolean;
  readonly mayRestore: boolean;
}

/** One version of an item: its author, time and changes, and the button that restores it. */
export function ItemStep({ step, kind, isLive, isDraft, mayRestore }: Props) {
  const { t, locale } = useServices();
  const restore = useRestore();
  const person = usePerson();
  const { entry } = step;
  const when = formatDateTime(locale, entry.at);
  const value = readable(entry, entry.value);
  return (
    <Box
      as="li"
      display="flex"
      flexWrap="wrap"
      justifyContent="space-between"
      alignItems="flex-start"
      columnGap="space60"
      rowGap="space30"
      paddingY="space50"
      borderBottomStyle="solid"
      borderBottomWidth="borderWidth10"
      borderBottomColor="colorBorderWeaker"
    >
      <Box display="flex" flexDirection="column" rowGap="space30" flex="1 1 14rem" minWidth="size0">
        <Box display="flex" flexWrap="wrap" alignItems="center" columnGap="space40" rowGap="space20">
          <Text as="span" fontWeight="fontWeightSemibold">
            {person(entry.by)}
          </Text>
          <Text as="span" color="colorTextWeak">
            {when}
          </Text>
          {isLive && (
            <Badge as="span" size="small" variant="success">
              {t("history.live")}
            </Badge>
          )}
          {isDraft && (
            <Badge as="span" size="small" variant="decorative10">
              {t("history.draft")}
            </Badge>
          )}
        </Box>
        {entry.note !== undefined && <PublishNote note={entry.note} />}
        <ChangeLines step={step} />
      </Box>
      {mayRestore && value && (
        <Box flexShrink={0}>
          <Button
            variant="secondary"
            size="small"
            aria-label={t("history.restore.of", { when })}
            onClick={() => void restore({ kind, id: entry.id, value, at: entry.at })}
          >
            {t("history.restore")}
          </Button>
        </Box>
      )}
    </Box>
  );
}
