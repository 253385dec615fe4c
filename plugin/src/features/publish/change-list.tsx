import { useDispatch, useSelector } from "react-redux";
import { Badge } from "@twilio-paste/core/badge";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { ListItem, UnorderedList } from "@twilio-paste/core/list";
import { Text } from "@twilio-paste/core/text";
import { describeChange } from "../../i18n/describe-change";
import { useServices } from "../../services/services";
import { type Draft, draftRef } from "../../drafts/draft";
import { discarded } from "../../drafts/drafts";
import { selectDrafts, selectEditedRulesById } from "../../drafts/selectors";
import { selectRulesById } from "../../catalogue/selectors";
import { DraftBadge } from "../../ui/draft-badge";

interface Props {
  readonly busy: boolean;
  readonly onOpen: (draft: Draft) => void;
}

/** Every draft with a description of its changes. */
export function ChangeList({ busy, onOpen }: Props) {
  const { t, locale, localNow } = useServices();
  const dispatch = useDispatch();
  const drafts = useSelector(selectDrafts);
  const edited = useSelector(selectEditedRulesById);
  const live = useSelector(selectRulesById);
  const ruleName = (id: string): string => (edited.get(id) ?? live.get(id))?.name ?? id;
  return (
    <Box display="flex" flexDirection="column" rowGap="space50">
      {drafts.map((draft) => {
        const { kind, base, value } = draft;
        const name = value?.name ?? base?.value.name ?? "";
        const lines = describeChange(kind, base?.value ?? null, value, { t, locale, ruleName });
        return (
          <Box key={draftRef(draft)} display="flex" justifyContent="space-between" columnGap="space50">
            <Box minWidth="size0">
              <Box display="flex" alignItems="center" columnGap="space30" flexWrap="wrap">
                <Text as="span" fontWeight="fontWeightSemibold">
                  {name}
                </Text>
                <Badge as="span" variant="neutral" size="small">
                  {t(kind === "schedule" ? "publishing.schedule" : "publishing.rule")}
                </Badge>
                <DraftBadge draft={draft} />
              </Box>
              <UnorderedList marginBottom="space0">
                {lines.map((line) => (
                  <ListItem key={line}>{line}</ListItem>
                ))}
              </UnorderedList>
            </Box>
            <Box display="flex" columnGap="space40" alignItems="flex-start" flexShrink={0}>
              <Button
                variant="link"
                disabled={busy}
                aria-label={`${t("publishing.open")}: ${name}`}
                onClick={() => {
                  onOpen(draft);
                }}
              >
                {t("publishing.open")}
              </Button>
              <Button
                variant="destructive_link"
                disabled={busy}
                aria-label={`${t("publishing.discard")}: ${name}`}
                onClick={() => dispatch(discarded({ ref: draftRef(draft), at: localNow() }))}
              >
                {t("draft.discard")}
              </Button>
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
