import { useDispatch, useSelector } from "react-redux";
import { Badge } from "@twilio-paste/core/badge";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { ListItem, UnorderedList } from "@twilio-paste/core/list";
import { Text } from "@twilio-paste/core/text";
import { describeChange } from "../../i18n/describe-change";
import { useServices, useSelectors } from "../../services/services";
import { type Draft, draftRef } from "../../drafts/draft";
import { discarded } from "../../drafts/drafts";
import { DraftBadge } from "../../ui/draft-badge";
import { ShowSome } from "../../ui/show-some";

interface ChangeProps {
  readonly draft: Draft;
  readonly ruleName: (id: string) => string;
  readonly onOpen: (draft: Draft) => void;
}

function Change({ draft, ruleName, onOpen }: ChangeProps) {
  const { t, locale, localNow } = useServices();
  const dispatch = useDispatch();
  const { kind, base, value } = draft;
  const name = value?.name ?? base?.value.name ?? "";
  const lines = describeChange(kind, base?.value ?? null, value, { t, locale, ruleName });
  return (
    <Box display="flex" justifyContent="space-between" columnGap="space50">
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
          aria-label={`${t("publishing.open")}: ${name}`}
          onClick={() => {
            onOpen(draft);
          }}
        >
          {t("publishing.open")}
        </Button>
        <Button
          variant="destructive_link"
          aria-label={`${t("publishing.discard")}: ${name}`}
          onClick={() => dispatch(discarded({ ref: draftRef(draft), at: localNow() }))}
        >
          {t("draft.discard")}
        </Button>
      </Box>
    </Box>
  );
}

/** Drafts with a description of their changes: the first ones, and more on demand. */
export function ChangeList({ onOpen }: Pick<ChangeProps, "onOpen">) {
  const { selectDrafts, selectEditedRulesById, selectRulesById } = useSelectors();
  const drafts = useSelector(selectDrafts);
  const edited = useSelector(selectEditedRulesById);
  const live = useSelector(selectRulesById);
  const ruleName = (id: string): string => (edited.get(id) ?? live.get(id))?.name ?? id;
  return (
    <ShowSome items={drafts}>
      {(shown) => (
        <Box display="flex" flexDirection="column" rowGap="space50">
          {shown.map((draft) => (
            <Change key={draftRef(draft)} draft={draft} ruleName={ruleName} onOpen={onOpen} />
          ))}
        </Box>
      )}
    </ShowSome>
  );
}
